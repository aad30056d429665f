/** Finds places by code and by the names that sheets use. Holds no names of its own: register or demo supply them. */
import { cleanText, findDivisionCode, type DivisionCode } from '@bangfu/kernel'

export interface NamedPlace {
  /** Significant code: 6 digits county, 9 township, 12 village. */
  readonly code: string
  readonly name: string
}

export interface FoundPlace {
  readonly code: string
  /** False when a finer name was given that no place has: the code is the level above. */
  readonly exact: boolean
}

export interface PlaceIndex {
  findByCode(code: string): NamedPlace | undefined
  /** The finest place that the names settle; undefined when they settle none or fit several. */
  findByNames(county: string | undefined, township: string | undefined, village: string | undefined): FoundPlace | undefined
  /** The place itself if it is a township, else the townships in it. */
  townshipsOf(code: string): readonly NamedPlace[]
}

/** Endings that sheets leave out, taken off one after the other: 一村村民委员会(一分场) → 一村村民委员会 → 一村 → 一. */
const endings: Readonly<Record<number, readonly RegExp[]>> = {
  6: [/(?:[\u4e00-\u9fa5]{1,6}族)*自治县$|[县区市旗]$/],
  9: [/街道办事处$|(?:[\u4e00-\u9fa5]{1,4}族)*乡$|街道$|镇$/],
  12: [/\(.*\)$/, /村民委员会$|居民委员会$|委员会$|村委会$|居委会$/, /社区$|村$/],
}

/** The name, then its shorter forms; a shorter one counts only where no place has the longer. */
function formsOf(name: string, length: number): readonly string[] {
  const forms = [cleanText(name).replace(/\s/g, '')]
  for (const ending of endings[length]!) {
    const short = forms.at(-1)!.replace(ending, '')
    forms.push(short.length > 0 ? short : forms.at(-1)!)
  }
  return forms
}

class NameTable {
  /** One map a form, the full name first. */
  readonly #byForm: readonly Map<string, NamedPlace[]>[]
  readonly length: number

  constructor(length: number) {
    this.length = length
    this.#byForm = [0, ...endings[length]!.keys()].map(() => new Map<string, NamedPlace[]>())
  }

  add(place: NamedPlace): void {
    formsOf(place.name, this.length).forEach((form, i) => {
      const known = this.#byForm[i]!.get(form)
      if (known) known.push(place)
      else this.#byForm[i]!.set(form, [place])
    })
  }

  /** Places with the name inside one of the codes; 一村 is found by 一村村民委员会 and by 一村委会. */
  find(name: string, within: readonly string[] | undefined): readonly NamedPlace[] {
    const forms = formsOf(name, this.length)
    for (let i = 0; i < forms.length; i += 1) {
      for (const form of forms.slice(0, i + 1)) {
        const found = (this.#byForm[i]!.get(form) ?? []).filter((place) => within === undefined || within.some((code) => place.code.startsWith(code)))
        if (found.length > 0) return found
      }
    }
    return []
  }
}

/** Index over places of any order; names of one level may repeat in different places above. */
export function placeIndexOf(places: Iterable<NamedPlace>): PlaceIndex {
  const byCode = new Map<string, NamedPlace>()
  const tables = new Map([6, 9, 12].map((length) => [length, new NameTable(length)]))
  for (const place of places) {
    byCode.set(place.code, place)
    tables.get(place.code.length)?.add(place)
  }
  return {
    findByCode(code) {
      const significant: DivisionCode | undefined = findDivisionCode(code)
      return significant === undefined ? undefined : byCode.get(significant)
    },
    findByNames(county, township, village) {
      let within: readonly string[] | undefined
      let settled: FoundPlace | undefined
      for (const [length, name] of [[6, county], [9, township], [12, village]] as const) {
        if (name === undefined || name === '') continue
        const found = tables.get(length)!.find(name, within)
        if (found.length > 0) within = found.map((place) => place.code)
        settled = found.length === 1 ? { code: found[0]!.code, exact: true } : settled && { code: settled.code, exact: false }
      }
      return settled
    },
    townshipsOf: (code) => [...byCode.values()].filter((place) => place.code.length === 9 && place.code.startsWith(code)),
  }
}
