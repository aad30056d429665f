/** Takes back what people found out about work items: each result a row by a named actor, each answered question a statement. */
import { closesWorkItem, problemData, workItemResults, type EntityKey, type ProblemData, type WorkItemKind } from '@bangfu/kernel'
import type { Register } from '../session/register.ts'
import type { ScopedClient, Session } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'
import { factColumns } from '../statements/entity-table.ts'
import { stateAnswers, type StatedAnswer } from './state-answers.ts'
import { answerMatches, type MatchAnswer } from './answer-matches.ts'

export interface WorkResultInput {
  readonly key: string
  /** Code of `workItemResults` for the item's kind. */
  readonly result: string
  /** For an answered question: the canonical value; `true`/`false` when it asks whether a list row is the subject. */
  readonly answer?: string | readonly string[]
  readonly note?: string
  /** Where it stood in the file, for the explanation of what was not taken. */
  readonly sheet?: string
  readonly row?: number
}

export interface ResultsOutcome {
  readonly actionId: string
  /** Results written now. */
  readonly recorded: number
  /** Items that had this very result before; nothing was written for them. */
  readonly same: number
  /** Answers that became statements of the actor. */
  readonly statements: number
  /** Uncertain list rows that were settled. */
  readonly matches: number
  /** What was not taken, results that replaced an earlier different one, and rows whose other candidates are settled with them. */
  readonly problems: readonly ProblemData[]
}

interface KnownItem {
  readonly item_key: string
  readonly kind: WorkItemKind
  readonly entity: string
  readonly subject_id: string
  readonly field: string | null
  readonly place: string
  readonly before: string | null
  readonly before_answer: unknown
}

/** One action for the whole batch. Wrong rows are explained and never block the others; the same results again change nothing. */
export function recordResults(register: Register, session: Session, results: readonly WorkResultInput[], request: { readonly authority: string; readonly requestId: string; readonly asOf?: string }): Promise<ResultsOutcome> {
  return withAction(register, session, { kind: 'record-results', authority: request.authority, requestId: request.requestId, payload: { results: results.length } }, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('bangfu statements'))`)
    const items = await knownItems(tx, results.map((r) => r.key))
    const problems: ProblemData[] = []
    const taken: { readonly item: KnownItem; readonly input: WorkResultInput }[] = []
    let same = 0
    for (const input of new Map(results.map((r) => [r.key, r])).values()) {
      const item = items.get(input.key)
      const fault = faultOf(item, input)
      if (fault) problems.push(fault)
      else if (item!.before === input.result && JSON.stringify(item!.before_answer ?? null) === JSON.stringify(input.answer ?? null)) same += 1
      else {
        if (item!.before !== null && closesWorkItem(item!.before)) problems.push(problemData('register/result-changed', { ...whereOf(input), before: item!.before, after: input.result }))
        taken.push({ item: item!, input })
      }
    }
    await writeResults(tx, session, tx.actionId, taken)
    const answered = taken.filter(({ item, input }) => item.kind === 'verify' && input.result === 'answered' && item.field !== null)
    const matches = answered.filter(({ item }) => item.field!.startsWith('match/')).map(({ item, input }): MatchAnswer => ({ subjectId: item.subject_id, entity: item.entity, field: item.field!, same: input.answer === 'true', place: item.place }))
    const facts = answered.filter(({ item }) => isFact(item)).map(({ item, input }): StatedAnswer => ({ entity: item.entity as EntityKey, subjectId: item.subject_id, field: item.field!, value: input.answer! }))
    problems.push(...await answerMatches(tx, matches))
    const statements = await stateAnswers(tx, session, facts, request)
    return { actionId: tx.actionId, recorded: taken.length, same, statements, matches: matches.length, problems }
  })
}

const whereOf = (input: WorkResultInput): { sheet: string; row: number; item: string } => ({ sheet: input.sheet ?? '-', row: input.row ?? 0, item: input.key })

function isFact(item: KnownItem): boolean {
  return ['person', 'household', 'village', 'facility'].includes(item.entity) && factColumns(item.entity as EntityKey).some((c) => c.name === item.field)
}

function faultOf(item: KnownItem | undefined, input: WorkResultInput): ProblemData | undefined {
  if (!item) return problemData('register/no-such-item', whereOf(input))
  const results: readonly { readonly code: string }[] = workItemResults[item.kind]
  if (!results.some((r) => r.code === input.result)) return problemData('register/bad-result', { ...whereOf(input), result: input.result, allowed: results.map((r) => r.code).join(', ') })
  const needsAnswer = item.kind === 'verify' && input.result === 'answered'
  if (needsAnswer && (input.answer === undefined || input.answer.length === 0)) return problemData('register/answer-missing', whereOf(input))
  return undefined
}

/** Items of these keys in any published run of the scope, newest run first, with the result that counts so far. */
async function knownItems(tx: ScopedClient, keys: readonly string[]): Promise<ReadonlyMap<string, KnownItem>> {
  const { rows } = await tx.query<KnownItem>(`
    select distinct on (w.item_key) w.item_key, w.kind, w.entity, w.subject_id, w.field, w.place, r.result as before, r.answer as before_answer
    from register.work_item w left join lateral (select result, answer from register.work_result r where r.item_key = w.item_key order by result_no desc limit 1) r on true
    where w.item_key = any($1) order by w.item_key, w.run_id desc`, [keys])
  return new Map(rows.map((row) => [row.item_key, row]))
}

async function writeResults(tx: ScopedClient, session: Session, actionId: string, taken: readonly { readonly item: KnownItem; readonly input: WorkResultInput }[]): Promise<void> {
  await tx.query(`
    insert into register.work_result (item_key, kind, result, closes, answer, note, place, actor_id, action_id)
    select x.item_key, x.kind, x.result, x.closes, x.answer, x.note, x.place, $2, $3
    from jsonb_to_recordset($1::jsonb) as x(item_key text, kind text, result text, closes boolean, answer jsonb, note text, place text)`,
  [JSON.stringify(taken.map(({ item, input }) => ({
    item_key: item.item_key, kind: item.kind, result: input.result, closes: closesWorkItem(input.result), answer: input.answer ?? null, note: input.note ?? null, place: item.place,
  }))), session.actorId, actionId])
}
