/** A text filter: takes effect on Enter or when left, so that no list is asked for at every key. */
import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'

export function FilterText({ label, value, change, width = 200 }: { label: string; value: string | undefined; change: (value: string | undefined) => void; width?: number }) {
  const [text, setText] = useState(value ?? '')
  const id = useId()
  useEffect(() => setText(value ?? ''), [value])
  const apply = () => {
    const next = text.trim()
    if (next !== (value ?? '')) change(next || undefined)
  }
  return (
    <div className="filter wide" style={{ width }}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="search" value={text} maxLength={40} allowClear onChange={(event) => {
        setText(event.target.value)
        if (event.target.value === '' && value) change(undefined)
      }} onBlur={apply} onPressEnter={apply} />
    </div>
  )
}
