/** Pages of a list; the page is in the address, the number of rows a page holds too. */
import { Pagination } from 'antd'
import { useLanguage } from '../language/language-context.tsx'
import { tableMessages as m } from './table-messages.ts'
import type { Address } from './use-address.ts'
import { useNarrow } from './use-narrow.ts'

export const sizesOfPage = [20, 50, 100, 200]

/** Rows a page holds by the address: one of the four sizes, 20 when it names none. */
export function pageSize(address: Address): number {
  const asked = Number(address.get('size'))
  return sizesOfPage.includes(asked) ? asked : 20
}

export function Pager({ address, total }: { address: Address; total: number }) {
  const { t, number } = useLanguage()
  const narrow = useNarrow()
  const size = pageSize(address)
  return (
    <nav className="pager no-print" aria-label={t(m.pages)}>
      <Pagination
        current={address.page}
        pageSize={size}
        total={total}
        size={narrow ? 'small' : 'medium'}
        simple={narrow}
        showSizeChanger={!narrow}
        pageSizeOptions={sizesOfPage}
        showTotal={(n) => t(m.total(number(n)))}
        onChange={(page, next) => address.set({ page: String(next === size ? page : 1), size: next === 20 ? undefined : String(next) })}
      />
    </nav>
  )
}
