/** Proves the ledger of figures: each entry is held by exactly one thing of the pack, and by the same figure. */
import { compareDecimal, findDecimal, problemData, type ProblemData } from '@bangfu/kernel'
import type { Pack } from './format.ts'
import { whereIn } from './pack-origin.ts'
import type { PackQuantity } from './quantity.ts'

const file = 'quantities.yaml'
const holders = ['target', 'parameter', 'designation', 'background', 'missing'] as const

function sameNumber(a: string, b: string | undefined): boolean {
  const [x, y] = [findDecimal(a), b === undefined ? undefined : findDecimal(b)]
  return x !== undefined && y !== undefined && compareDecimal(x, y) === 0
}

/** The figures that the holder gives; undefined when it gives none that could be compared (a list, a yes). */
function heldFigures(pack: Pack, quantity: PackQuantity): readonly string[] | undefined {
  if (quantity.target !== undefined) {
    const target = pack.targets.targets.find((t) => t.id === quantity.target)
    return target && target.value !== null ? [target.value, ...(target.to === undefined ? [] : [target.to])] : undefined
  }
  if (quantity.designation !== undefined) return [String(new Set(pack.places.designations.filter((d) => d.kind === quantity.designation).map((d) => d.place)).size)]
  const parameter = pack.parameters.find((p) => p.id === quantity.parameter)
  return parameter?.type === 'number' ? parameter.values.flatMap((v) => (typeof v.value === 'string' ? [v.value] : [])) : undefined
}

/** A commitment in words is held by a target that gives no figure of its own, or the whole. */
function wordsHeld(pack: Pack, quantity: PackQuantity): boolean {
  if (quantity.target === undefined) return quantity.background !== undefined || quantity.missing !== undefined
  const target = pack.targets.targets.find((t) => t.id === quantity.target)
  return target === undefined || target.value === null || target.operator === 'all'
}

export function checkQuantities(pack: Pack): ProblemData[] {
  return pack.quantities.flatMap((quantity, i) => {
    const where = { ...whereIn(pack, file, [i]), clause: quantity.clause, at: quantity.at }
    const named = holders.filter((holder) => quantity[holder] !== undefined)
    if (named.length !== 1) return [problemData('plan/quantity-holder', { ...where, count: named.length })]
    const held = heldFigures(pack, quantity)
    if (quantity.value === null) return wordsHeld(pack, quantity) ? [] : [problemData('plan/quantity-differs', { ...where, value: '-', held: held?.join(', ') ?? '-' })]
    return held && !held.some((figure) => sameNumber(quantity.value!, figure)) ? [problemData('plan/quantity-differs', { ...where, value: quantity.value, held: held.join(', ') || '-' })] : []
  })
}
