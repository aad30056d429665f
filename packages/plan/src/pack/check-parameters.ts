/** Proves the parameters: a value or a reason, of the stated type, one value for a place and day; overlays only fill the unknown. */
import { findCodeList, findDecimal, problemData, unitLabels, type ProblemData } from '@bangfu/kernel'
import { overlayFileSchema, type Pack, type PackParameter } from './format.ts'
import { datesOverlap, firstDay } from './dated.ts'
import { idDetails } from './id-kind.ts'
import { placesCover } from './overlay.ts'
import { overlayFilesOf, ownParametersOf, whereIn } from './pack-origin.ts'

type Value = PackParameter['values'][number]
type Say = { zh: string; en: string }

function shapeFault(parameter: PackParameter, value: Value['value']): Say | undefined {
  if (value === undefined) return undefined
  const many = parameter.type === 'codes' || parameter.type === 'texts'
  if (many !== Array.isArray(value)) return { zh: many ? '应为列表' : '应为单个值', en: many ? 'needs a list' : 'needs a single value' }
  if (typeof value === 'string') {
    const number = findDecimal(value)
    if (parameter.type === 'number' && (!number || number.scale > parameter.scale)) return { zh: `应为至多 ${parameter.scale} 位小数的数字`, en: `needs a number with at most ${parameter.scale} digits after the point` }
    if (parameter.type === 'date' && firstDay(value) !== value) return { zh: '应为完整日期 2018-06-30', en: 'needs a full date such as 2018-06-30' }
    return undefined
  }
  const list = parameter.type === 'codes' ? findCodeList(parameter.list ?? '') : undefined
  const wrong = list ? value.filter((code) => !list.items.some((item) => item.code === code)) : []
  return wrong.length > 0 ? { zh: `有代码表 ${parameter.list} 之外的代码 ${wrong.join('、')}`, en: `has codes outside list ${parameter.list}: ${wrong.join(', ')}` } : undefined
}

function definitionFault(parameter: PackParameter): Say | undefined {
  if (parameter.unit !== undefined && !(parameter.unit in unitLabels)) return { zh: `单位 ${parameter.unit} 不在词汇表中`, en: `has unit ${parameter.unit}, which the vocabulary does not know` }
  if (parameter.type === 'codes' && !findCodeList(parameter.list ?? '')) return { zh: '须写明有效的代码表 list', en: 'needs a known code list in `list`' }
  return undefined
}

function samePlaces(a: Value, b: Value): boolean {
  if (!a.places || !b.places) return a.places === b.places
  return a.places.some((place) => b.places!.includes(place))
}

function checkParameter(pack: Pack, parameter: PackParameter, file: string, path: (string | number)[]): ProblemData[] {
  const faults: ProblemData[] = []
  const say = (at: (string | number)[], fault: Say | undefined) => {
    if (fault) faults.push(problemData('plan/pack-parameter-value', { ...whereIn(pack, file, at), id: parameter.id, what: `${fault.zh} / ${fault.en}` }))
  }
  say(path, definitionFault(parameter))
  parameter.values.forEach((value, j) => {
    const at = [...path, 'values', j]
    if ((value.value === undefined) === (value.unknown === undefined)) say(at, { zh: '须在 value 与 unknown 中写且只写一个', en: 'needs either a value or the reason why it is unknown, not both' })
    say(at, shapeFault(parameter, value.value))
    if (parameter.values.slice(0, j).some((other) => samePlaces(other, value) && datesOverlap(other, value))) {
      faults.push(problemData('plan/pack-parameter-overlap', { ...whereIn(pack, file, at), id: parameter.id }))
    }
  })
  return faults
}

function checkOverlays(pack: Pack, own: readonly PackParameter[]): ProblemData[] {
  const faults: ProblemData[] = []
  for (const source of overlayFilesOf(pack)) {
    const overlay = overlayFileSchema.parse(source.value)
    overlay.parameters.forEach((stand, i) => {
      const where = whereIn(pack, source.file, ['parameters', i])
      const parameter = own.find((p) => p.id === stand.id)
      if (!parameter) return void faults.push(problemData('plan/pack-reference', { ...where, ...idDetails('parameter', stand.id) }))
      const differing = (['en', 'type', 'unit', 'list', 'scale'] as const).filter((key) => parameter[key] !== stand[key])
      if (differing.length > 0) faults.push(problemData('plan/overlay-parameter', { ...where, id: stand.id, what: differing.join(', ') }))
      const overriding = stand.values.some((s) => parameter.values.some((v) => v.value !== undefined && datesOverlap(s, v) && (placesCover(v, s) || placesCover(s, v))))
      if (overriding) faults.push(problemData('plan/overlay-overrides', { ...where, id: stand.id }))
      faults.push(...checkParameter(pack, stand, source.file, ['parameters', i]))
    })
  }
  return faults
}

export function checkParameters(pack: Pack): ProblemData[] {
  const own = ownParametersOf(pack)
  return [...own.flatMap((parameter, i) => checkParameter(pack, parameter, 'parameters.yaml', [i])), ...checkOverlays(pack, own)]
}
