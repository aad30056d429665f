/** A text that does nothing but assign: a line of labels, the inside of a bracket. Understood as a whole or not at all. */
import { assign, readJoining, readTogether, readVerb, splitParts, type Assignment, type Part } from './assignment.ts'
import { findBodies, findListedBodies, namesBody, type Body } from './bodies.ts'
import { otherLabels, roleLabels, type Role } from './lexicon/roles.ts'
import type { NamedItems } from './named-items.ts'

export interface AssigningText { readonly found: readonly Assignment[]; /** A label said the role. */ readonly labelled: boolean; /** Nothing but bodies. */ readonly bare: boolean }

function labelRole(label: string): Role | undefined {
  return roleLabels.find(([pattern]) => pattern.test(label))?.[1]
}

/** 牵头单位县自然资源局: a label without its colon. */
const bareLabel = /^((?:主要)?(?:牵头|配合|责任|参与|参加|协助|协办|实施|主办|承办|主管)(?:责任)?(?:单位|部门))(?:为|是|有)?(?=[省市县区州盟旗各国自本有镇乡街])/
/** Words about the list, which name nobody. */
const listNote = /^(?:下同|以下同|以此类推|以下类同)$|^(?:逗号|顿号|分号|冒号)?[^、]{0,8}(?:前|后|首位)[^、]{0,4}(?:为|是)[^、]{0,4}(?:牵头|责任|配合)(?:单位|部门)$/

/** 以下均需各市政府负责,不再列出; 各项任务均涉及各县政府,下同: about other items, or all of them. */
const forLater = /^(?:以下|下述|后续)(?:各项|所有)?(?:均|各|同|都|所有|任务|工作|措施)|^(?:具体|各项|其他|其余|所有|以上|上述)[^,。;]{0,8}(?:均|都)(?:涉及|需|须)/
/** 县政府督查室负责督办: who watches has no role. */
const onlyWatches = /^(?!.*(?:牵头|配合|参与|主体责任))[\p{Script=Han}()、]{3,60}?(?:负责|协调|统筹|跟踪|全程|定期|加强|组织){0,3}(?:督办|督导|督查|督促检查|督促落实|跟踪问效|督促指导)$/u

const innerLabel = /(?:(?:主要)?(?:主责|主管|落实|协同|牵头|配合|责任|参与|参加|协助|协办|实施|主办|承办|指导|督导)(?:责任)?(?:单位|部门|站所|[股科处]室)|(?<=[局委办厅部府社队会处心站所校院道镇乡村行司])(?:牵头|配合|责任|主办|协办|参与)|责任人|责任领导|牵头领导|分管领导|联系人|完成时限|完成时间|整改时限):/g

/** 牵头单位:甲局 配合单位:乙局 holds two labels with no mark between. */
function splitAtLabels(part: Part): Part[] {
  const starts = [...part.text.matchAll(innerLabel)].map((m) => m.index).filter((at) => at > 0)
  return [0, ...starts].map((from, i) => ({ text: part.text.slice(from, starts[i] ?? part.text.length).trimEnd(), start: part.start + from }))
}

/** 排名第一者牵头: the first body named answerable leads. */
export function promoteFirst(found: Assignment[]): void {
  const index = found.findIndex((a) => a.role === 'responsible')
  if (index >= 0) found[index] = { ...found[index]!, role: 'lead' }
}

/** A text that does nothing but assign (a line, the inside of a bracket). Undefined when any part is not understood. */
export function readAssigningText(text: string, offset: number, bareRole: Role | undefined): AssigningText | undefined {
  const found: Assignment[] = []
  let waiting: { bodies: readonly Body[]; start: number }[] = []
  let role: Role | undefined
  let labelled = false
  let named: NamedItems | undefined
  let bare = false
  for (const part of splitParts(text.replace(/[。;,]+$/, ''), offset, /[,;。]/).flatMap(splitAtLabels)) {
    const label = /^([^:、,()]{2,12}):/.exec(part.text) ?? bareLabel.exec(part.text)
    let body = part
    if (label) {
      const ofLabel = labelRole(label[1]!)
      if (otherLabels.test(label[1]!)) { role = undefined; labelled = true; continue }
      if (!ofLabel) return undefined
      role = ofLabel
      labelled = true
      body = { text: part.text.slice(label[0].length), start: part.start + label[0].length }
      if (body.text === '') continue
    }
    if (forLater.test(body.text)) break
    const together = readTogether(body.text, body.start, false) ?? readJoining(body, found)
    if (together) { found.push(...together); continue }
    const verb = readVerb(body, false)
    if (verb) {
      if (verb.rest.length > 30) return undefined
      const last = verb.assignments[0]!.role
      const items = verb.assignments[0]!.items ?? named
      for (const w of waiting) found.push(...assign(w.bodies, last, w.start).map((a) => (items ? { ...a, items } : a)))
      waiting = []
      named = items
      found.push(...verb.assignments.map((a) => (items ? { ...a, items } : a)))
      continue
    }
    if (onlyWatches.test(body.text)) continue
    if (/^(排名|列|排)(在)?(第一|首)位?(的|者)?.{0,6}牵头/.test(body.text)) { promoteFirst(found); continue }
    if (listNote.test(body.text)) continue
    if (role === undefined && labelled) continue // names of persons behind 责任人:
    const plain = findBodies(body.text, role === undefined && bareRole !== undefined)
    // Words that say when or how, beside bodies that were understood: (甲局牵头,年内持续推进).
    if (!plain && (found.length > 0 || waiting.length > 0) && label === null && !namesBody(body.text)) continue
    const bodies = plain ?? (role === undefined ? undefined : findListedBodies(body.text))
    if (!bodies) return undefined
    if (role !== undefined) found.push(...assign(bodies, role, body.start))
    else waiting.push({ bodies, start: body.start })
  }
  if (waiting.length > 0) {
    bare = found.length === 0
    const role = bare ? bareRole : found[found.length - 1]!.role
    if (role === undefined) return undefined
    for (const w of waiting) found.push(...assign(w.bodies, role, w.start))
  }
  return found.length > 0 || labelled ? { found, labelled, bare } : undefined
}
