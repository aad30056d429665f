/** The search that is always there: `/` moves into it, Enter opens the register's answer. */
import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useLanguage } from '../language/language-context.tsx'
import { termFromAddress, termToAddress } from '../parts/search-term.ts'
import { layoutMessages as m } from './layout-messages.ts'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}

export function SearchBox() {
  const { t } = useLanguage()
  const input = useRef<InputRef>(null)
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const asked = pathname === '/persons' ? (termFromAddress(new URLSearchParams(search).get('q') ?? '') ?? '') : ''
  const [text, setText] = useState(asked)
  useEffect(() => setText(asked), [asked])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus({ cursor: 'all' })
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const q = text.trim()
    void navigate(q ? `/persons?q=${encodeURIComponent(termToAddress(q))}` : '/persons')
  }
  return (
    <form role="search" className="search-box" onSubmit={submit} aria-label={t(m.searchLabel)}>
      <Input
        ref={input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        prefix={<SearchOutlined aria-hidden="true" />}
        suffix={<kbd aria-hidden="true">/</kbd>}
        placeholder={t(m.searchHint)}
        aria-label={`${t(m.searchLabel)}: ${t(m.searchHint)}`}
        aria-keyshortcuts="/"
        maxLength={40}
        enterKeyHint="search"
      />
      <Button htmlType="submit">{t(m.searchGo)}</Button>
    </form>
  )
}
