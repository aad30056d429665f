/** Proves that every id that a pack names exists in it, that ids are unique, and that dates run forward. */
import { findDivisionCode, problemData, type ProblemData } from '@bangfu/kernel'
import type { Pack } from './format.ts'
import { firstDay, lastDay } from './dated.ts'
import { idDetails, type IdKind } from './id-kind.ts'
import { measureFileOf, whereIn } from './pack-origin.ts'
import type { SourcePath } from './pack-source.ts'

class ReferenceCheck {
  readonly faults: ProblemData[] = []
  private readonly known: Readonly<Record<Exclude<IdKind, 'division code' | 'class'>, ReadonlySet<string>>>
  readonly pack: Pack
  constructor(pack: Pack) {
    this.pack = pack
    const organisation = new Set(pack.organisations.organisations.map((o) => o.id))
    this.known = {
      clause: new Set(pack.clauses.map((c) => c.id)),
      organisation,
      body: new Set([...organisation, ...pack.organisations.classes.map((c) => c.id)]),
      measure: new Set(pack.measures.map((m) => m.id)),
      target: new Set(pack.targets.targets.map((t) => t.id)),
      obligation: new Set(pack.obligations.obligations.map((o) => o.id)),
      parameter: new Set(pack.parameters.map((p) => p.id)),
      'designation kind': new Set(pack.places.kinds.map((k) => k.kind)),
    }
  }

  refer(file: string, path: SourcePath, kind: Exclude<IdKind, 'class'>, id: string): void {
    const found = kind === 'division code' ? findDivisionCode(id) !== undefined : this.known[kind].has(id)
    if (!found) this.faults.push(problemData('plan/pack-reference', { ...whereIn(this.pack, file, path), ...idDetails(kind, id) }))
  }

  unique(file: string, kind: IdKind, ids: readonly { readonly id: string; readonly path: SourcePath }[]): void {
    const seen = new Set<string>()
    for (const { id, path } of ids) {
      if (seen.has(id)) this.faults.push(problemData('plan/pack-duplicate', { ...whereIn(this.pack, file, path), ...idDetails(kind, id) }))
      seen.add(id)
    }
  }

  forward(file: string, path: SourcePath, id: string, from: string | undefined, until: string | null | undefined): void {
    if (from === undefined || until === undefined || until === null || firstDay(from) <= lastDay(until)) return
    this.faults.push(problemData('plan/pack-dates', { ...whereIn(this.pack, file, path), id, from, until }))
  }
}

function checkPackFile(check: ReferenceCheck, { pack }: Pack): void {
  check.forward('pack.yaml', ['inForce'], pack.id, pack.inForce.from, pack.inForce.until)
  check.refer('pack.yaml', ['place'], 'division code', pack.place)
  pack.requires.forEach((required, i) => required.clauses.forEach((id, j) => check.refer('pack.yaml', ['requires', i, 'clauses', j], 'clause', id)))
}

function checkOrganisations(check: ReferenceCheck, { organisations, duties, pack }: Pack): void {
  const file = 'organisations.yaml'
  check.unique(file, 'body', [
    ...organisations.organisations.map((o, i) => ({ id: o.id, path: ['organisations', i] })),
    ...organisations.classes.map((c, i) => ({ id: c.id, path: ['classes', i] })),
  ])
  organisations.organisations.forEach((organisation, i) => {
    organisation.names.forEach((name, j) => check.forward(file, ['organisations', i, 'names', j], organisation.id, name.from, name.until))
    if (organisation.names.at(-1)?.until !== undefined && organisation.successors.length === 0 && !organisation.successorUnknown && organisation.names.at(-1)!.until! < pack.inForce.until) {
      check.faults.push(problemData('plan/body-successor', { ...whereIn(check.pack, file, ['organisations', i]), id: organisation.id }))
    }
    organisation.successors.forEach((successor, j) => check.refer(file, ['organisations', i, 'successors', j], 'organisation', successor.id))
  })
  duties.forEach((duty, i) => {
    check.refer('duties.yaml', [i, 'body'], 'body', duty.body)
    duty.clauses.forEach((id, j) => check.refer('duties.yaml', [i, 'clauses', j], 'clause', id))
  })
}

function checkPlaces(check: ReferenceCheck, { places }: Pack): void {
  check.unique('places.yaml', 'designation kind', places.kinds.map((k, i) => ({ id: k.kind, path: ['kinds', i] })))
  places.designations.forEach((designation, i) => {
    check.refer('places.yaml', ['designations', i, 'kind'], 'designation kind', designation.kind)
    check.refer('places.yaml', ['designations', i, 'place'], 'division code', designation.place)
    check.forward('places.yaml', ['designations', i], designation.kind, designation.from, designation.until)
  })
}

function checkTargets(check: ReferenceCheck, { targets }: Pack): void {
  const file = 'targets.yaml'
  check.unique(file, 'target', targets.targets.map((t, i) => ({ id: t.id, path: ['targets', i] })))
  targets.targets.forEach((target, i) => {
    target.clauses.forEach((id, j) => check.refer(file, ['targets', i, 'clauses', j], 'clause', id))
    if (target.place !== undefined) check.refer(file, ['targets', i, 'place'], 'division code', target.place)
    if (target.proof.kind === 'reported') check.refer(file, ['targets', i, 'proof', 'by'], 'body', target.proof.by)
    check.forward(file, ['targets', i], target.id, target.from, target.until)
  })
  targets.arithmetic.forEach((sum, i) => [...sum.parts, sum.whole].forEach((id) => check.refer(file, ['arithmetic', i], 'target', id)))
}

function checkMeasures(check: ReferenceCheck, pack: Pack): void {
  const seen = new Set<string>()
  pack.measures.forEach((measure, index) => {
    const file = measureFileOf(pack, index)
    if (seen.has(measure.id)) check.faults.push(problemData('plan/pack-duplicate', { ...whereIn(pack, file, ['id']), ...idDetails('measure', measure.id) }))
    seen.add(measure.id)
    measure.clauses.forEach((id, j) => check.refer(file, ['clauses', j], 'clause', id))
    measure.conflicts.forEach((conflict, j) => check.refer(file, ['conflicts', j, 'measure'], 'measure', conflict.measure))
    check.refer(file, ['deliveredBy'], 'body', measure.deliveredBy)
    check.forward(file, ['inForce'], measure.id, measure.inForce.from, measure.inForce.until)
  })
}

function checkParameters(check: ReferenceCheck, { parameters }: Pack): void {
  const file = 'parameters.yaml'
  check.unique(file, 'parameter', parameters.flatMap((p, i) => [{ id: p.id, path: [i] }, ...(p.en === p.id ? [] : [{ id: p.en, path: [i, 'en'] }])]))
  parameters.forEach((parameter, i) => parameter.values.forEach((value, j) => {
    if (value.clause !== undefined) check.refer(file, [i, 'values', j, 'clause'], 'clause', value.clause)
    value.places?.forEach((place) => check.refer(file, [i, 'values', j, 'places'], 'division code', place))
    check.forward(file, [i, 'values', j], parameter.id, value.from, value.until)
  }))
}

function checkObligations(check: ReferenceCheck, { obligations: { principles, obligations } }: Pack): void {
  const file = 'obligations.yaml'
  check.unique(file, 'obligation', obligations.map((o, i) => ({ id: o.id, path: ['obligations', i] })))
  check.unique(file, 'clause', principles.map((p, i) => ({ id: p.clause, path: ['principles', i] })))
  principles.forEach((p, i) => check.refer(file, ['principles', i], 'clause', p.clause))
  obligations.forEach((o, i) => {
    const refer = (path: SourcePath, kind: 'clause' | 'target' | 'measure' | 'parameter' | 'body', id: string | undefined) => {
      if (id !== undefined) check.refer(file, ['obligations', i, ...path], kind, id)
    }
    o.clauses?.forEach((id, j) => refer(['clauses', j], 'clause', id))
    o.measures.forEach((id, j) => refer(['measures', j], 'measure', id))
    refer(['target'], 'target', o.target)
    if (o.kind === 'ban') refer(['parameter'], 'parameter', o.parameter)
    if (o.kind === 'document') refer(['issuer'], 'body', o.issuer)
    if (o.kind === 'money' && 'target' in o.amount) refer(['amount'], 'target', o.amount.target)
    if (o.kind === 'money' && 'parameter' in o.amount) refer(['amount'], 'parameter', o.amount.parameter)
    if (o.kind === 'standing') check.forward(file, ['obligations', i], o.id, o.from, o.until)
    if (o.proof.kind === 'reported') refer(['proof', 'by'], 'body', o.proof.by)
    if (o.proof.kind === 'computed' && 'target' in o.proof.query) refer(['proof'], 'target', o.proof.query.target)
    if (o.proof.kind === 'computed' && 'measure' in o.proof.query) refer(['proof'], 'measure', o.proof.query.measure)
  })
}

function checkQuantities(check: ReferenceCheck, { quantities }: Pack): void {
  quantities.forEach((quantity, i) => {
    check.refer('quantities.yaml', [i], 'clause', quantity.clause)
    if (quantity.target !== undefined) check.refer('quantities.yaml', [i], 'target', quantity.target)
    if (quantity.parameter !== undefined) check.refer('quantities.yaml', [i], 'parameter', quantity.parameter)
    if (quantity.designation !== undefined) check.refer('quantities.yaml', [i], 'designation kind', quantity.designation)
  })
}

export function checkReferences(pack: Pack): ProblemData[] {
  const check = new ReferenceCheck(pack)
  checkPackFile(check, pack)
  checkOrganisations(check, pack)
  checkPlaces(check, pack)
  checkTargets(check, pack)
  checkObligations(check, pack)
  checkQuantities(check, pack)
  checkMeasures(check, pack)
  checkParameters(check, pack)
  return check.faults
}
