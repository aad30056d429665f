/** One figure of the first screen: the number opens its list, each township opens its own part of it. */
import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { TodayFigure } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { listAddress } from '../../parts/list-address.ts'
import './figure-card.css'
import { todayMessages as m } from './today-messages.ts'

function Townships({ figure, id }: { figure: TodayFigure; id: string }) {
  const { t, number } = useLanguage()
  const most = Math.max(1, ...figure.townships.map((row) => row.count))
  return (
    <ul className="figure-townships" id={id}>
      {figure.townships.map((row) => (
        <li key={row.place.code}>
          <Link to={listAddress(row.list)} data-count={row.count}>
            <span>{row.place.name}</span>
            <span className="figure-bar" aria-hidden="true"><i style={{ width: `${(row.count / most) * 100}%` }} /></span>
            <span className="number">{number(row.count)}</span>
          </Link>
        </li>
      ))}
      {figure.elsewhere && figure.elsewhere.count > 0 && (
        <li>
          <Link to={listAddress(figure.elsewhere.list)} data-count={figure.elsewhere.count}>
            <span className="quiet">{t(m.elsewhere)}</span>
            <span className="figure-bar" aria-hidden="true"><i style={{ width: `${(figure.elsewhere.count / most) * 100}%` }} /></span>
            <span className="number">{number(figure.elsewhere.count)}</span>
          </Link>
        </li>
      )}
    </ul>
  )
}

export function FigureCard({ figure, strong }: { figure: TodayFigure; strong?: boolean }) {
  const { t, number } = useLanguage()
  const [open, setOpen] = useState(false)
  const id = useId()
  const count = number(figure.count)
  const divided = figure.townships.length > 0
  return (
    <article className={strong ? 'figure paper strong' : 'figure paper'} data-figure={figure.key}>
      <h3>{t(figure.label)}</h3>
      <Link className="figure-number" to={listAddress(figure.list)} data-count={figure.count}>
        <b>{count}</b> <span>{t(m[figure.unit])}</span><span className="visually-hidden">{t(m.openList(t(figure.label)))}</span>
      </Link>
      {figure.unknown && figure.unknown.count > 0 && (
        <Link className="figure-unknown" to={listAddress(figure.unknown.list)} data-count={figure.unknown.count}>{t(m.untold(number(figure.unknown.count)))}</Link>
      )}
      {divided && (
        <button type="button" className="figure-open" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? t(m.hide) : t(m.byTownship)} {open ? <UpOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
          <span className="visually-hidden">: {t(figure.label)}</span>
        </button>
      )}
      {divided && open && <Townships figure={figure} id={id} />}
    </article>
  )
}
