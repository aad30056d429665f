/** What went wrong, at the top and in focus: what, where, why, what next, each in the reader's language. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { ProblemData } from '../client/contract.ts'
import { RequestRefused } from '../client/request-refused.ts'
import { catalogue } from '../language/bilingual.ts'
import { useLanguage } from '../language/language-context.tsx'
import './problem-summary.css'

const m = catalogue({
  heading: { zh: '有问题需要处理', en: 'There is a problem' },
  offline: { zh: '连不上服务器。请确认程序仍在运行、网络通畅，然后重试；已填写的内容还在本页。', en: 'The server cannot be reached. Check that the program is running and the network works, then try again; what you typed is still on this page.' },
  unexpected: { zh: '服务器给出了看不懂的回答。请重试；仍不行时，请把时间和所做的操作告诉管理员。', en: 'The server gave an answer that cannot be read. Try again; if it stays, tell your administrator when and what you did.' },
  retry: { zh: '重试', en: 'Try again' },
  code: { zh: '编号', en: 'Code' },
})

interface Props {
  readonly error: unknown
  readonly retry?: (() => void) | undefined
  /** What stands below the sentences, such as a link to a file of bad rows. */
  readonly children?: ReactNode
}

export function ProblemSummary({ error, retry, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { t, language } = useLanguage()
  useEffect(() => box.current?.focus(), [error])
  const problems: readonly ProblemData[] = error instanceof RequestRefused ? error.problems : []
  const plain = error instanceof RequestRefused && error.offline ? m.offline : m.unexpected
  return (
    <div className="problem-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t(m.heading)}</h2>
      {problems.length === 0 && <p>{t(plain)}</p>}
      <ul>
        {problems.map((p, i) => (
          <li key={`${p.code}-${i}`}>
            {p[language]} <span className="quiet small">{t(m.code)} {p.code}</span>
          </li>
        ))}
      </ul>
      {children}
      {retry && (
        <button type="button" className="plain-button" onClick={retry}>{t(m.retry)}</button>
      )}
    </div>
  )
}
