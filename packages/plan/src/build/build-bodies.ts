/** Bodies of a reviewed draft as bodies of a pack. A class gets the levels and offices that its own name says. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import type { BodyLevel } from '../draft/body-level.ts'
import type { DraftFolder } from '../draft/draft-format.ts'
import { notYet } from '../pack/not-yet.ts'
import type { BuiltPack } from './built-pack.ts'

type DraftBodies = DraftFolder['organisations.yaml']
type ClassLevel = BuiltPack['organisations.yaml']['classes'] extends readonly (infer C)[] | undefined ? C extends { levels: readonly (infer L)[] } ? L : never : never

const levelWords: readonly (readonly [RegExp, ClassLevel])[] = [[/自治州|市|州|盟/, 'city'], [/县|区|旗/, 'county'], [/乡|镇|街道/, 'township'], [/村|社区/, 'village']]
const classLevels: readonly string[] = levelWords.map(([, level]) => level)
/** 各, levels and what joins them: what is left of 各市、县(区)党委和政府 is 党委和政府. */
const levelHead = /^各?(?:级)?(?:(?:地级|自治)?(?:市|州|盟|县|区|旗|乡镇|乡|镇|街道|村|社区)(?:级|\([^)]*\))?[、和及,]*)+/

/** Levels that the name of the class says, when they agree with the level that was decided; else that level alone. */
function levelsOf(name: string, decided: readonly BodyLevel[]): ClassLevel[] {
  const head = levelHead.exec(name.replace(/^.{2,4}?(省|自治区)/, ''))?.[0] ?? ''
  const said = levelWords.filter(([pattern]) => pattern.test(head)).map(([, level]) => level)
  const own = decided.filter((level): level is BodyLevel & ClassLevel => classLevels.includes(level))
  return own.length === 0 || own.some((level) => said.includes(level)) ? said : own
}

/** 党委和政府 are two offices in each place; a name that says none leaves them to be written. */
function officesOf(name: string): { zh: string; en: string }[] {
  const rest = name.replace(levelHead, '')
  const offices = rest.split(/[、和及,]/).map((office) => office.trim()).filter((office) => office !== '')
  return (offices.length > 0 ? offices : [notYet]).map((zh) => ({ zh, en: notYet }))
}

/** Throws nothing: bodies whose level nobody has said are `faults`. */
export function buildBodies(bodies: DraftBodies): { readonly file: BuiltPack['organisations.yaml']; readonly faults: readonly ProblemData[] } {
  const faults: ProblemData[] = []
  const fault = (name: string) => { faults.push(problemData('plan/build-level', { body: name })) }
  const named = bodies.organisations.filter((o) => o.state !== 'rejected').flatMap((o) => {
    if (o.level === null) { fault(o.names[0]!.zh); return [] }
    return [{ id: o.id, names: o.names.map((n) => ({ zh: n.zh, en: n.en || notYet })), level: o.level }]
  })
  const standing = bodies.classes.filter((c) => c.state !== 'rejected')
  // 各相关企业 of a province stands for no body in each place: it is kept under its collective name.
  const collective = standing.filter((c) => levelsOf(c.zh, c.levels).length === 0)
  const organisations = [...named, ...collective.flatMap((c) => {
    const [level] = c.levels
    if (level === undefined) { fault(c.zh); return [] }
    return [{ id: c.id, names: [{ zh: c.zh, en: c.en || notYet }], level }]
  })]
  const classes = standing.filter((c) => !collective.includes(c)).map((c) => {
    const levels = levelsOf(c.zh, c.levels)
    return { id: c.id, zh: c.zh, en: c.en || notYet, levels, bodies: c.bodies.length > 0 ? c.bodies.map((b) => ({ zh: b.zh || notYet, en: b.en || notYet })) : officesOf(c.zh) }
  })
  return { file: { organisations, classes }, faults }
}
