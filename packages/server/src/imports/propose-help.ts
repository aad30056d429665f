/** Which help a list states and for which period, by the words above its header and in its names: a proposal with what says so, and none where two may be meant. */
import type { Pack } from '@bangfu/plan'
import type { Sheet } from '../contract/index.ts'

/** Words of a list that is not everybody who got the help, or of people who do not get it: such a list covers no place by itself. */
const partialWords = /新增|增发|补发|第[一二三四五六七八九十\d]+批|部分|追加|追回|核减|停发|停保|取消|退出|清退|注销|死亡|未(?:享受|享|落实|发放|纳入|领取|参保|办)|应享|不符合|疑似|拟(?:享受|发放|纳入|定)?|申请|申报|待(?:享受|发放|审|办|核)|初审|公示|草稿|样表|模板/

/** The word that says a list is not the whole of it, if there is one. */
export function findPartialWord(words: string): string | undefined {
  return partialWords.exec(words)?.[0]
}

/** Signs of any width and blanks left out: （走读） and (走读) are the same words. */
const plain = (text: string): string => text.replace(/[\s()（）【】[\]“”"·、，,。：:；;]/g, '')

/** Names that a list may bear for the measure: its own, those that the pack says lists of it bear, and its public title where no other measure's name or title holds that. */
export function namesOf(pack: Pack, id: string): readonly string[] {
  const measure = pack.measures.find((m) => m.id === id)!
  const title = plain(measure.publicTitle.zh)
  const distinct = title.length >= 6 && pack.measures.every((m) => m.id === id || (!plain(m.publicTitle.zh).includes(title) && !plain(m.name.zh).includes(title)))
  return [plain(measure.name.zh), ...(measure.listNames ?? []).map(plain), ...(distinct ? [title] : [])]
}

interface NamedMeasure { readonly id: string; readonly name: string }

/** Measures whose whole names stand in the words; a name inside a longer one that also stands there does not count. */
function measuresNamed(words: string, pack: Pack): readonly NamedMeasure[] {
  const text = plain(words)
  const found = pack.measures.flatMap((m) => namesOf(pack, m.id).filter((name) => text.includes(name)).map((name) => ({ id: m.id, name })))
  return found.filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)))
}

export interface ProposedHelp extends Pick<Sheet, 'measures' | 'measuresBasis'> {
  /** Only the name of the file says so: it may speak of another sheet. */
  readonly byFileName: boolean
}

/** The one measure that the sheet names: by the words on it, else by those above the first table of the sheet, else by the name of its file. Of several none is proposed. */
export function proposeMeasure(words: string, above: string, fileName: string, pack: Pack): ProposedHelp {
  const ownOnes = measuresNamed(words, pack)
  const own = ownOnes.length > 0 ? ownOnes : measuresNamed(above, pack)
  // 签约及救治台账: of two things that a file is called, one may bear a name that is not known.
  const named = own.length > 0 ? own : /[及和与暨、]/.test(fileName) ? [] : measuresNamed(fileName, pack)
  const ids = new Set(named.map(({ id }) => id))
  return ids.size === 1 ? { measures: [...ids], measuresBasis: named[0]!.name, byFileName: own.length === 0 } : { measures: [], measuresBasis: null, byFileName: false }
}

/** Whether words name the period themselves; a day on which a form was filled in says nothing of the time the help was for. */
export function namesPeriod(words: string, period: string): boolean {
  const undated = words.replace(/20\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|20\d{2}[01]\d[0-3]\d/g, ' ')
  return new RegExp(`(?<!\\d)${period.slice(0, 4)}(?!\\d)`).test(undated)
}
