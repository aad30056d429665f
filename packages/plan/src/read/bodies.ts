/** A list of bodies as printed, taken apart: each once, the level carried over where the list shares it. */
import { generalWords, levelWords, namesNobody, organisationSuffixes, standsAlone } from './lexicon/organisations.ts'

export interface Body {
  /** Words as printed. */
  readonly body: string
  /** With the level that the list shares: 省财政厅、扶贫办 gives 省扶贫办. */
  readonly organisation: string
  /** Inside the text given. */
  readonly start: number
  readonly end: number
  /** Role printed in brackets behind the body: (牵头). */
  readonly note?: string
}

interface Piece { text: string; start: number; end: number; note?: string }

const place = '(?:(?:各|有关|相关|所有|全|沿海|沿江|沿边|沿线|山区|牧区|库区|平原|涉农|承接地|所在地?|所辖|属地|项目|试点|各级|各有关|各相关|承接)*(?:设区市|地级市|省级|市级|县级|乡级|村级|自治区|自治州|省|市|州|地|盟|县|特区|市县|区县|县区|县乡|乡镇场|乡镇街道|镇街道|街镇|镇街|街乡|乡镇|区|旗|乡|镇|街道|村|社区|园区|开发区|新区|林场|农场|苏木)(?:\\([^()]{1,16}\\))?)+'
const placeOnly = new RegExp(`^${place}$`)
const placeList = new RegExp(`^${place}(?:[、和与及]${place})*$`)
const organWord = '(?:党委|党工委|党\\(工\\)委|党组|政府|人民政府|党委政府|党政|管委会|管理委员会|办事处|街道办|街道办事处|党委和政府|纪委|村“?两委”?)'
const organOnly = new RegExp(`^(?:人民)?${organWord}(?:\\([^()]{1,16}\\))?$`)
const groupBody = new RegExp(`^(?:各级|各|有关|相关)?(?:${place})?(?:各级)?(?:党委和(?:人民)?政府|委(?:和政府)?|党委|党工委|党\\(工\\)委|政府|人民政府|党委政府|党政|管委会|办事处|街道办|街道办事处)(?:\\([^()]{1,16}\\))?$`)
const groupOfKind = /^(?:各|有关|相关|全[省市县区州]|辖区|驻地?|本地)+[\p{Script=Han}]{0,8}(?:企业|机构|银行|高校|院校|学校|医院|公司|协会|组织|平台|媒体|运营商|社会团体|人民团体|合作社|景区)$/u
const endsInOrgan = /(党委|(?:[县市区旗州盟镇乡省]|\))委|党工委|党\(工\)委|党组|政府|管委会)$/
const suffixes = organisationSuffixes.join('|')
const suffixEnd = new RegExp(`(?:${suffixes})$`)
const bodyInside = new RegExp(`\\p{Script=Han}(?:${organisationSuffixes.filter((s) => s.length > 1).join('|')}|局|厅|委|联)|各(?:市|县|区|乡|镇|街道|部门|地)`, 'u')
const vague = /^(?:各|有关|相关|其他|其它|各有关|各相关|市直|县直|省直|区直|州直|直属|各级|各成员|各行业|行业|主管|各帮扶)+(?:市直|县直|省直|区直)?(?:有关|相关|行业|主管|职能|责任|成员|帮扶|牵头)*(?:部门|单位|机关|机构|部门和单位|部门单位|方面|地区|地|人员|机关和部门)$/
const leadWords = /^(?:(?:以上|上述)[^由、,。]{0,16}由|(?:以上|上述)(?=[各省市县区])|由|请|要由|并由|其中|须由|应由|责成|和|与|及|以及|同时|一方面)+/
const verbInside = /[的了是把被将]|加强|推进|建立|完善|实施|组织开展|落实|做好|确保|坚持|要求|通过|按照|根据|对于|围绕|加大|提高|发挥|强化|统筹|协调$|深入|鼓励|引导|设在|成立|组成|担任/

/** Words of doing, which no name of a body holds, known or not. */
const doingInside = /(必须|应当|建设(?!局|厅|部|委|集团|公司|银行)|完成|开展|改造|提供|制定|负责|实行|(?<!社会)组织(?![部科股处局人])|加快|推广|做到|达到|\d{2,})/

/** 省医保局建设监测平台: what a body does is no part of its name. */
const doesBehindName = /\p{Script=Han}(?:局|厅|[省市县区旗州]委|政府|联社|残联|妇联)(?:建设|开展|组织|制定|改造|完成|提供|打造|搭建|编制|研究)(?!部|科|处|局|.*(?:小组|指挥部|专班|工作组|委员会|办公室))/u

/** Whether the words look like one body. Strict inside sentences, where any noun may stand; lenient in a line that only lists bodies. */
function looksLikeBody(text: string, strict: boolean): boolean {
  if (text.length < 2 || text.length > 28 || /^[(:]|^[^()]*\)|\([^()]*$|\d月|年[内底]|[底月]前|出台$/.test(text) || namesNobody.test(text) || /[,。;:]/.test(text)) return false
  const bare = text.replace(/\([^()]*\)$/, '')
  if (placeList.test(text)) return /^(各|有关|相关|所有|属地|全|项目)/.test(text) || (!strict && text.length >= 2)
  if (groupOfKind.test(text)) return true
  if (vague.test(text) || groupBody.test(bare)) return !(strict && generalWords.test(bare))
  if (verbInside.test(bare) || doesBehindName.test(bare)) return false
  if (generalWords.test(bare)) return false
  if (suffixEnd.test(bare) || /^(?:兵团)?第[一二三四五六七八九十\d]{1,3}师$/.test(bare)) return true
  return !strict && /[镇乡区县市村]$/.test(bare)
}

/** Splits at list marks outside brackets and quotes; spans kept. */
function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let from = 0
  const push = (to: number) => { if (to > from) pieces.push({ text: text.slice(from, to), start: from, end: to }) }
  for (let i = 0; i < text.length; i += 1) {
    const ch = text[i]!
    if (ch === '(') depth += 1
    else if (ch === ')') depth -= 1
    else if (depth === 0 && (ch === '、' || ch === ',' || ch === ';' || ch === ' ' || ch === '/')) { push(i); from = i + 1 }
    else if (depth === 0 && (ch === '和' || ch === '与' || ch === '及')) {
      // 和 parts two bodies only where what stands before is whole: 自然资源和规划局 is one.
      const before = text.slice(from, text[i - 1] === '以' ? i - 1 : i)
      const after = text.slice(i + 1)
      if (suffixEnd.test(before) || placeOnly.test(before) || organOnly.test(before) || (before.endsWith('等') && suffixEnd.test(before.slice(0, -1)))) {
        const oneGroup = (before.endsWith('党委') && /^(政府|人民政府)/.test(after)) || (/(机关|部门|单位)$/.test(before) && /^(机关|部门|单位)/.test(after))
        if (!oneGroup) { push(text[i - 1] === '以' ? i - 1 : i); from = i + 1 }
      }
    }
  }
  push(text.length)
  return pieces
}

/** Joins the inner lists of groups again: 市、县(市、区)党委、政府 is one body. */
function joinGroups(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined[joined.length - 1]
    const lastText = last?.text ?? ''
    const sameKind = last && text.slice(last.end, piece.start).length === 1 && /[、和与及]/.test(text.slice(last.end, piece.start))
    const placesRunOn = sameKind && placeList.test(lastText) && (new RegExp(`^(?!各|有关|相关)${place}`).test(piece.text)) && (placeOnly.test(piece.text) || groupBody.test(piece.text.replace(/\([^()]*\)$/, '')))
    const organsRunOn = sameKind && organOnly.test(piece.text) && endsInOrgan.test(lastText.replace(/\([^()]*\)$/, ''))
    if (last && (placesRunOn || organsRunOn)) {
      last.text = text.slice(last.start, piece.end)
      last.end = piece.end
    } else joined.push({ ...piece })
  }
  return joined
}

const roleNote = /\(([^()]{0,10}(?:牵头|主办|负责|配合|协办)(?:单位|部门)?|责任单位)\)$/
/** The role in brackets behind a body, apart from its name. */
function partNote(piece: Piece): Piece {
  const note = roleNote.exec(piece.text)
  return note ? { text: piece.text.slice(0, note.index), start: piece.start, end: piece.start + note.index, note: note[1]! } : piece
}

const etcetera = /^(.*?)(?<![中高初同平均])等(?!级|额|专业|学校)([\p{Script=Han}]{0,6}?)(部门和单位|部门、单位|有关机关和部门|机关和部门|部门|单位|机构|机关|方面|企业|银行)?(?:共同|分别)?$/u

/** Takes 等 and 等有关部门 off a piece; the named 有关部门 is a body of its own. */
function splitEtcetera(piece: Piece): Piece[] {
  const match = etcetera.exec(piece.text)
  if (!match) return [piece]
  const [, name = '', which = '', what = ''] = match
  const kept: Piece[] = name === '' ? [] : [{ ...piece, text: name, end: piece.start + name.length }]
  const rest = `${which}${what}`
  const at = piece.start + piece.text.lastIndexOf(rest)
  if (/有关|相关|直|成员|职能|主管|行业/.test(which) && what !== '') kept.push({ text: rest, start: at, end: at + rest.length })
  return kept
}

const levelOf = new RegExp(`^(?:${levelWords.join('|')})(?!委$|政府|府|场|容|域)`)
const simpleName = /^[\p{Script=Han}“”\d]{1,14}(?:局|厅|委|办|部|联|会|院|社|中心|团委|总站|站|队)$/u

/** Departments of a party committee: 县委组织部、宣传部 gives 县委宣传部. */
const partyOrgan = /^(组织部|宣传部|统战部|政法委|编办|网信办|社会工作部|农办|改革办|财经办)$/

function withLevels(bodies: readonly Piece[]): Body[] {
  let level = ''
  return bodies.map((piece) => {
    const printed = piece.text
    const own = levelOf.exec(printed)?.[0] ?? (/^(省|市|县|区|州)(委|政府)/.exec(printed)?.[1] ?? '')
    const takes = own === '' && level !== '' && !standsAlone.test(printed) && simpleName.test(printed)
    if (own !== '') level = /^(国家|中央|全国)$/.test(own) ? '' : own
    else if (standsAlone.test(printed)) level = /^(各|有关|相关)/.test(printed) ? level : ''
    return { body: printed, organisation: takes ? `${level}${partyOrgan.test(printed) ? '委' : ''}${printed}` : printed, start: piece.start, end: piece.end, ...(piece.note ? { note: piece.note } : {}) }
  })
}

/** Whether the words hold the name of a body anywhere: then they are no mere remark. */
export function namesBody(text: string): boolean {
  return bodyInside.test(text)
}

/** The bodies behind a label such as 责任单位: there any name without a verb is one (各派驻团, 第三管护区). */
export function findListedBodies(text: string): Body[] | undefined {
  const lead = leadWords.exec(text)?.[0].length ?? 0
  const inner = text.slice(lead)
  const pieces = joinGroups(inner, splitPieces(inner).map(partNote)).flatMap(splitEtcetera)
  const named = pieces.length >= 1 && pieces.every((piece) => looksLikeBody(piece.text, false) || (/^[\p{Script=Han}“”()A-Z\d]{2,18}$/u.test(piece.text) && !verbInside.test(piece.text) && !doingInside.test(piece.text) && !generalWords.test(piece.text) && !namesNobody.test(piece.text)))
  return named ? withLevels(pieces).map((b) => ({ ...b, start: b.start + lead, end: b.end + lead })) : undefined
}

/** Unlike bodies but closed by 等…部门: 组织、扶贫等有关部门 names departments by their work and stays one body. */
function asNamedGroup(text: string, pieces: readonly Piece[], strict: boolean): Piece[] | undefined {
  const first = pieces.findIndex((piece) => !looksLikeBody(piece.text, strict))
  const match = etcetera.exec(pieces[pieces.length - 1]?.text ?? '')
  if (first < 0 || !match || (match[3] ?? '') === '') return undefined
  const start = pieces[first]!.start
  const end = pieces[pieces.length - 1]!.end
  const words = text.slice(start, end)
  if (words.length > 60 || pieces.slice(first).some((piece) => piece.text.length > 14 || verbInside.test(piece.text))) return undefined
  return [...pieces.slice(0, first), { text: words, start, end }]
}

/** The bodies of a list, or undefined when some part of it is no body. */
export function findBodies(text: string, strict: boolean): Body[] | undefined {
  const lead = leadWords.exec(text)?.[0].length ?? 0
  const printed = text.slice(lead)
  // 各县〔市、区〕 holds an inner list as 各县(市、区) does.
  const inner = printed.replace(/[〔[【〈<]/g, '(').replace(/[〕\]】〉>]/g, ')')
  if (inner.length < 2 || inner.length > 400) return undefined
  const raw = joinGroups(inner, splitPieces(inner).map(partNote))
  if (raw.length === 0) return undefined
  const plain = raw.flatMap(splitEtcetera)
  const strange = plain.filter((piece) => !looksLikeBody(piece.text, strict))
  // One name of unknown shape among several known bodies is a body too.
  const known = strange.length === 0 || (strange.length === 1 && plain.length >= 3 && /^\p{Script=Han}{3,12}$/u.test(strange[0]!.text) && !verbInside.test(strange[0]!.text) && !doingInside.test(strange[0]!.text) && !generalWords.test(strange[0]!.text))
  // 水行政、卫生健康部门: the last gives the kind of all.
  const ofKind = plain.length >= 2 && /部门$/.test(plain[plain.length - 1]!.text) && !vague.test(plain[plain.length - 1]!.text) && strange.every((piece) => /^\p{Script=Han}{2,6}$/u.test(piece.text) && !verbInside.test(piece.text) && !generalWords.test(piece.text)) && looksLikeBody(plain[plain.length - 1]!.text, strict)
  const pieces = plain.length > 0 && (known || ofKind) ? plain : asNamedGroup(inner, raw, strict)
  return pieces ? withLevels(pieces).map((b) => ({ ...b, body: b.body.includes('(') ? printed.slice(b.start, b.end) : b.body, start: b.start + lead, end: b.end + lead })) : undefined
}

const firstSuffix = new RegExp(`^[\\p{Script=Han}“”()、\\d]{1,24}?(?:${suffixes})(?<!社会)(?!员会|编办|编委|组织部|宣传|统战|政法|网信|农办|农工|党校|机关|直属|改革|财经|老干|巡察|党史|史志|政研|台办|外办|社会工作|门|办公|室|厅|局|分局|委|长|员|领导|组|院|会议|处|(?<=社)会|督查|督导|研究室|参事|新闻办|外事|金融)`, 'u')

/** The longest list of bodies with which the text begins (县财政局、县水利局制定… → the two), or undefined. */
export function findBodiesAtStart(text: string): { readonly bodies: readonly Body[]; readonly end: number } | undefined {
  let end = 0
  let found: Body[] | undefined
  let at = 0
  while (at < text.length && at < 200) {
    const match = firstSuffix.exec(text.slice(at, at + 40))
    if (!match) break
    const bodies = findBodies(text.slice(0, at + match[0].length), true)
    if (!bodies) break
    found = bodies
    end = at + match[0].length
    const mark = /^(?:、|和|与|及|以及)/.exec(text.slice(end))
    if (!mark) break
    at = end + mark[0].length
  }
  return found ? { bodies: found, end } : undefined
}
