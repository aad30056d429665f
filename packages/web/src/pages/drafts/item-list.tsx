/** The queue of items under the filters: what was not understood first. Long queues are shown around the focus only. */
import type { DraftDetail, DraftItemRow } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { draftMessages as m } from './draft-messages.ts'
import { ItemState } from './item-card.tsx'
import { itemWords } from './item-words.ts'

/** Rows drawn at once; a plan has several hundred items. */
const shown = 60

export function ItemList({ draft, queue, focus, pick }: { draft: DraftDetail; queue: readonly DraftItemRow[]; focus: string | undefined; pick: (id: string) => void }) {
  const { t, language } = useLanguage()
  const at = Math.max(0, queue.findIndex((i) => i.id === focus))
  const from = Math.max(0, Math.min(at - 10, queue.length - shown))
  return (
    <ol className="draft-list paper" aria-label={t(m.items)} start={from + 1}>
      {queue.slice(from, from + shown).map((item) => (
        <li key={item.id}>
          <button type="button" aria-current={item.id === focus ? 'true' : undefined} onClick={() => pick(item.id)}>
            <span className="kind-tag" data-kind={item.kind}>{t(m[item.kind])}</span>
            <span className="draft-list-words">{itemWords(item, draft.forms, language)}</span>
            <ItemState item={item} />
          </button>
        </li>
      ))}
    </ol>
  )
}
