/** A place to drop a file on, or to choose one with the keyboard. It hands the file over and does nothing else. */
import { InboxOutlined } from '@ant-design/icons'
import { useId, useState, type DragEvent, type ReactNode } from 'react'
import './drop-zone.css'

interface Props {
  readonly label: string
  readonly children?: ReactNode
  /** File endings, as `.xlsx,.csv`. */
  readonly accept: string
  readonly busy: boolean
  readonly many?: boolean
  readonly files: (files: readonly File[]) => void
}

export function DropZone({ label, children, accept, busy, many = false, files }: Props) {
  const id = useId()
  const [over, setOver] = useState(false)
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const list = [...event.dataTransfer.files]
    if (!busy && list.length > 0) files(many ? list : list.slice(0, 1))
  }
  return (
    <div
      className={over ? 'drop-zone over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
      aria-busy={busy}
    >
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={many}
        disabled={busy}
        className="visually-hidden"
        onChange={(event) => {
          const list = [...(event.target.files ?? [])]
          event.target.value = ''
          if (list.length > 0) files(list)
        }}
      />
      <label htmlFor={id}>
        <InboxOutlined aria-hidden="true" />
        <strong>{label}</strong>
        {children && <span className="quiet small">{children}</span>}
      </label>
    </div>
  )
}
