/** The language of the pages: Chinese first, remembered in this browser, announced on the document. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Bilingual } from './bilingual.ts'
import { formatDate, formatInstant, formatNumber } from './format.ts'

export type Language = 'zh' | 'en'

export interface LanguageTools {
  readonly language: Language
  /** The reader's own choice, remembered. */
  readonly setLanguage: (language: Language) => void
  /** What the session says, used as long as the reader has chosen nothing in this browser. */
  readonly followLanguage: (language: Language) => void
  readonly t: (text: Bilingual) => string
  /** Between a word and what it names: full-width in Chinese. */
  readonly colon: string
  /** 12,345, with at most the digits after the point that the value has. */
  readonly number: (value: number | string | null | undefined) => string
  /** 2018-06-30 as 2018年6月30日 / 30 June 2018; other texts come back as they are. */
  readonly date: (value: string | null | undefined) => string
  readonly instant: (value: string | null | undefined) => string
}

const key = 'bangfu.language'
const LanguageContext = createContext<LanguageTools | undefined>(undefined)

/** The language chosen in this browser before, or undefined. */
export function storedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(key)
    return stored === 'en' || stored === 'zh' ? stored : undefined
  } catch {
    return undefined
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(key, language)
  } catch {
    // A browser that forbids storage keeps the choice for this visit only.
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() => storedLanguage() ?? 'zh')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const tools = useMemo<LanguageTools>(
    () => ({
      language,
      setLanguage: (next) => {
        remember(next)
        choose(next)
      },
      followLanguage: choose,
      t: (text) => text[language],
      colon: language === 'zh' ? '：' : ': ',
      number: (value) => formatNumber(value),
      date: (value) => formatDate(value, language),
      instant: (value) => formatInstant(value, language),
    }),
    [language],
  )
  return <LanguageContext.Provider value={tools}>{children}</LanguageContext.Provider>
}

export function useLanguage(): LanguageTools {
  const tools = useContext(LanguageContext)
  if (!tools) throw new Error('useLanguage needs a LanguageProvider above it')
  return tools
}
