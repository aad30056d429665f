/** Reads columns that say whether the help of the list was given (是否签约, 是否发放): lists of everybody have them, and most of their rows say no. */
import { cleanText } from '@bangfu/kernel'
import { isBlankCell, cellText, type RawCell } from '../files/raw-sheet.ts'

/** 是否签约, 是否已享受, 签约与否; not what the row's person is (是否低保户) or what a house has. */
export const givenHeader = /^(?:是否已?|有无)(?:签约|享受|发放|领取|参保|缴费|代缴|落实|救治|纳入|资助|补助|实施|到账|办理|安置|上岗|在岗|在保|完成|改造|竣工|验收)$|^(?:签约|享受|发放|领取|落实|代缴|救治)(?:与否|情况\(是\/否\))$/
const yes = /^(?:是|有|已.*|√|✓|✔|☑|1|Y|YES|TRUE|T|签约|享受|成功|完成|在岗|在保)$/i
const no = /^(?:否|无|没有?|未.*|没.+|不.*|×|✗|✘|╳|X|0|N|NO|FALSE|F)$/i

/** What the cell says; `unsaid` where it is blank or says something else. */
export function readGiven(cell: RawCell | undefined): 'yes' | 'no' | 'unsaid' {
  if (isBlankCell(cell)) return 'unsaid'
  const text = cleanText(cellText(cell ?? null)).replace(/\s/g, '')
  return cell === true || yes.test(text) ? 'yes' : cell === false || no.test(text) ? 'no' : 'unsaid'
}
