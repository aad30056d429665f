/** The audit: the chain of actions, what stands now, and the files of published runs, worked out anew. One at a time; whoever asks meanwhile gets the same answer. */
import { problem, problemData } from '@bangfu/kernel'
import { inScope, listRuns, systemSession, verifyRegister, type AuditFault, type AuditHead, type RegisterAudit } from '@bangfu/register'
import type { Audit, Bilingual } from '../contract/index.ts'
import type { House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { runFactsOf } from '../reading/latest-run.ts'
import { runFolder } from '../reading/run-files.ts'
import { changedFiles, hashFiles } from '../runs/run-file-hashes.ts'

/** Runs looked at, newest first. */
const mostRuns = 200

const currentCodes = { altered: 'register/current-altered', missing: 'register/current-missing', added: 'register/current-added' } as const

/** What stands now and does not follow from what was stated, as the catalogue says it. */
function currentText(code: (typeof currentCodes)[keyof typeof currentCodes], { table, found, columns, subjects }: AuditFault): Bilingual {
  const more = (found ?? 0) > subjects.length
  const { zh } = problemData(code, { table, rows: found, columns: columns.join('、'), subjects: `${subjects.join('、')}${more ? ' 等' : ''}` })
  const { en } = problemData(code, { table, rows: found, columns: columns.join(', '), subjects: `${subjects.join(', ')}${more ? ' and others' : ''}` })
  return { zh, en }
}

function textOf(fault: AuditFault): Bilingual {
  const { kind, position, table, sealed, found } = fault
  switch (kind) {
    case 'altered': case 'missing': case 'added': return currentText(currentCodes[kind], fault)
    case 'changed': return { zh: `第 ${position} 号操作在 ${table} 中写下的行与封存时不同（封存 ${sealed} 行，现有 ${found} 行）`, en: `the rows that action ${position} wrote in ${table} are not those that were sealed (${sealed} then, ${found} now)` }
    case 'unsealed': return { zh: '有一项操作没有封存', en: 'an action has no seal' }
    case 'stray': return { zh: `${table} 中有 ${found} 行不属于任何操作`, en: `${found} rows of ${table} belong to no action` }
    case 'gap': return { zh: `第 ${position} 号之前缺少封存`, en: `seals are missing before ${position}` }
    case 'chain': return { zh: `第 ${position} 号封存接不上前一号`, en: `seal ${position} does not follow from the one before it` }
    case 'head': return { zh: `第 ${position} 号封存与此前抄录的凭据不同`, en: `seal ${position} is not the one that was noted` }
  }
}

async function auditRuns(house: House): Promise<Audit['runs']> {
  const runs = await inScope(house.register, systemSession, (tx) => listRuns(tx, mostRuns))
  const audited: Audit['runs'] = []
  for (const run of runs) {
    const { id, asOf, folder, files } = runFactsOf(run)
    const now = await hashFiles(runFolder(house.environment.dataFolder, folder)).catch(() => undefined)
    const changed = files && now ? changedFiles(files, now) : []
    audited.push({ id, asOf, files: now === undefined ? 'elsewhere' : files === undefined ? 'unsealed' : changed.length > 0 ? 'changed' : 'same', changed })
  }
  return audited
}

function noted(head: string | undefined): AuditHead | undefined {
  const [position, chain] = head?.split(':') ?? []
  return position === undefined || chain === undefined ? undefined : { position: Number(position), chain }
}

export function auditHandlers(house: House): Pick<Handlers, 'getAudit'> {
  const underWay = new Map<string, Promise<readonly [RegisterAudit, Audit['runs']]>>()
  let last: Promise<unknown> = Promise.resolve()
  const audit = (head: string | undefined) => {
    const key = head ?? ''
    const same = underWay.get(key)
    if (same) return same
    const started = last.then(async () => [await verifyRegister(house.register, noted(head)), await auditRuns(house)] as const).finally(() => underWay.delete(key))
    underWay.set(key, started)
    last = started.catch(() => undefined)
    return started
  }
  return {
    getAudit: async ({ query }, { actor }) => {
      // It goes through everything, of every place.
      if (actor.place.level === 'township' || actor.place.level === 'village') throw problem('server/not-allowed', { actor: actor.name.zh, zhWhat: '核验全部留痕', enWhat: 'audit the whole register' })
      const [register, runs] = await audit(query.head)
      return {
        actions: register.actions, head: register.head && `${register.head.position}:${register.head.chain}`,
        faults: register.faults.map((fault) => ({ kind: fault.kind, position: fault.position, action: fault.action, table: fault.table, rows: fault.found, columns: [...fault.columns], subjects: [...fault.subjects], text: textOf(fault) })), runs,
      }
    },
  }
}
