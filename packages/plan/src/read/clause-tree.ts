/** Nests the printed numbers into the tree of clauses: which candidate opens a clause, and under which other it stands. */
import { findMarkers, markerStyles, type Marker, type MarkerStyle } from './markers.ts'
import type { Paragraph } from './paragraphs.ts'

export interface Clause {
  /** The numbers as printed from the outermost, joined by dots. */
  readonly id: string
  readonly parent: Clause | undefined
  readonly marker: Marker
  readonly heading: string
  /** The sentence before a colon that leads into the clauses under it (到2027年:), else empty. */
  readonly introduction: string
  /** Flow offsets: first character after the number; end of the clause's own words; end of all that stands in it. */
  readonly start: number
  readonly ownEnd: number
  readonly end: number
  /** Of a table's row: where it ends in the source, for cells that were carried down stand further up. */
  readonly sourceEnd?: number
}

interface Open { readonly clause: Mutable; readonly style: MarkerStyle; number: number }
type Mutable = { -readonly [K in keyof Clause]: Clause[K] }

const rank = (style: MarkerStyle) => markerStyles.indexOf(style)

/** For each candidate and style, the index of the next candidate of that style behind it. */
class LookAhead {
  private readonly next: Map<MarkerStyle, Int32Array>
  private readonly markers: readonly Marker[]
  constructor(markers: readonly Marker[]) {
    this.markers = markers
    this.next = new Map(markerStyles.map((style) => {
      const table = new Int32Array(markers.length)
      let last = -1
      for (let i = markers.length - 1; i >= 0; i -= 1) {
        table[i] = last
        if (markers[i]!.style === style) last = i
      }
      return [style, table]
    }))
  }

  after(index: number, style: MarkerStyle): Marker | undefined {
    const at = this.next.get(style)![index]!
    return at < 0 ? undefined : this.markers[at]
  }

  /** Place where the next line-opening number of any of the styles stands. */
  boundary(index: number, styles: readonly MarkerStyle[]): number {
    return Math.min(Infinity, ...styles.map((style) => this.after(index, style)).filter((m) => m?.lineStart).map((m) => m!.at))
  }
}

/** A decimal number holds its outer numbers already: 3.2 under 3 is 3.2, not 3.3.2. */
function idUnder(parent: Clause | undefined, marker: Marker): string {
  if (!parent) return marker.label
  const holdsParent = marker.style === '1.1' && marker.label.startsWith(`${parent.marker.label}.`)
  return holdsParent ? idUnder(parent.parent, marker) : `${parent.id}.${marker.label}`
}

class TreeBuilder {
  readonly clauses: Mutable[] = []
  private stack: Open[] = []
  private readonly lastNumbers = new Map<MarkerStyle, number>()
  /** Pairs of styles seen nested against custom: the document keeps to them. */
  private readonly nested = new Set<string>()
  private readonly flow: string
  private readonly ahead: LookAhead
  constructor(flow: string, ahead: LookAhead) { this.flow = flow; this.ahead = ahead }

  private close(depth: number, at: number): void {
    for (const open of this.stack.splice(depth)) open.clause.end = at
  }

  reset(at: number): void {
    this.close(0, at)
    const last = this.clauses[this.clauses.length - 1]
    if (last && last.ownEnd > at) last.ownEnd = at
  }

  /** A series inside a line, or of 一是, opens only where a second member follows within the same clause. */
  private seriesFollows(index: number, marker: Marker): boolean {
    const second = this.ahead.after(index, marker.style)
    if (second?.number !== marker.number + 1) return false
    const outer = markerStyles.filter((style) => rank(style) < rank(marker.style))
    return second.at < this.ahead.boundary(index, marker.lineStart ? this.stack.filter((o) => o.style !== marker.style).map((o) => o.style) : outer)
  }

  private accepts(index: number, marker: Marker): boolean {
    const depth = this.stack.findIndex((open) => open.style === marker.style)
    const running = this.stack[depth]
    if (marker.style === '1.1') return this.acceptsLevels(marker)
    if (marker.lineStart && marker.style !== '一是' && !marker.bare) return true
    if (running && marker.number === running.number + 1) return true
    // 现提出如下意见:一、…: said in front, one is enough.
    if (marker.style === '一、' && marker.number === 1 && this.stack.length === 0 && /(?:以下|如下)[^。;:\n]{0,8}:$/.test(this.flow.slice(Math.max(0, marker.at - 14), marker.at))) return true
    // Numbers may count on under the next heading: 二、保障4.低保…5.特困….
    if (marker.number !== 1 && this.lastNumbers.get(marker.style) !== marker.number - 1) return false
    if (running && rank(marker.style) < rank('(1)')) return false
    return this.seriesFollows(index, marker)
  }

  /** 2.3 opens a clause only at a line's start, under its own 2 or beside 2.2. */
  private acceptsLevels(marker: Marker): boolean {
    if (!marker.lineStart) return false
    const outer = marker.label.slice(0, marker.label.lastIndexOf('.'))
    return this.stack.some((open) => open.clause.marker.label === outer || (open.style === '1.1' && open.clause.marker.label.startsWith(`${outer}.`)) || open.clause.marker.label.startsWith(`${outer}.`))
  }

  /** Whether the list that begins here stands inside the open clause although its style is usually the outer one: the open list goes on behind it. */
  private nestsUnder(index: number, top: Open, style: MarkerStyle): boolean {
    const pair = `${top.style}>${style}`
    if (this.nested.has(pair)) return true
    const continued = this.ahead.after(index, top.style)
    if (continued?.number !== top.number + 1) return false
    const nests = continued.at < this.ahead.boundary(index, this.stack.slice(0, -1).map((o) => o.style))
    if (nests) this.nested.add(pair)
    return nests
  }

  private depthFor(index: number, marker: Marker): number {
    if (marker.style === '1.1') {
      const outer = marker.label.slice(0, marker.label.lastIndexOf('.'))
      return this.stack.findLastIndex((open) => open.clause.marker.label === outer) + 1
    }
    const same = this.stack.findIndex((open) => open.style === marker.style)
    if (same >= 0) return same
    let depth = this.stack.length
    while (depth > 0 && rank(this.stack[depth - 1]!.style) >= rank(marker.style) && !(marker.number === 1 && depth === this.stack.length && this.nestsUnder(index, this.stack[depth - 1]!, marker.style))) depth -= 1
    return depth
  }

  take(index: number, marker: Marker): void {
    if (!this.accepts(index, marker)) return
    const depth = this.depthFor(index, marker)
    this.close(depth, marker.at)
    const parent = this.stack[depth - 1]?.clause
    const last = this.clauses[this.clauses.length - 1]
    if (last && last.ownEnd > marker.at) last.ownEnd = marker.at
    const clause: Mutable = { id: idUnder(parent, marker), parent, marker, heading: '', introduction: '', start: marker.textAt, ownEnd: this.flow.length, end: this.flow.length }
    this.clauses.push(clause)
    this.lastNumbers.set(marker.style, marker.number)
    this.stack.push({ clause, style: marker.style, number: marker.number })
  }

  finish(at: number): void {
    this.reset(at)
  }
}

/** The heading of a clause: its first line or sentence when that is short and has no inner stop. */
function headingOf(flow: string, clause: Clause): string {
  const text = flow.slice(clause.start, Math.min(clause.ownEnd, clause.start + 50))
  const end = text.search(/[\n。;:!?]/)
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\((责任|牵头).*$/, '')
  return [...head].length <= 40 && (end >= 0 || text.length < 50) ? head : ''
}

/** All clauses in the order of the text. `bodyEnd` is where the plan's text ends (signature, annex list); `tables` are stretches whose rows are numbered by themselves. */
export function findClauses(flow: string, paragraphs: readonly Paragraph[], bodyEnd: number, tables: readonly { readonly start: number; readonly end: number }[] = []): Clause[] {
  const frame = [...paragraphs.filter((p) => p.kind !== 'text'), ...tables].sort((a, b) => a.start - b.start)
  let f = 0
  const resets: number[] = []
  const markers = findMarkers(flow).filter((marker) => {
    while (f < frame.length && frame[f]!.end < marker.at) f += 1
    const inside = frame[f]
    return marker.at < bodyEnd && !(inside && inside.start <= marker.at)
  })
  for (const p of paragraphs) if (p.kind === 'annex-title') resets.push(p.start)
  const builder = new TreeBuilder(flow, new LookAhead(markers))
  let r = 0
  markers.forEach((marker, index) => {
    while (r < resets.length && resets[r]! < marker.at) builder.reset(resets[r++]!)
    builder.take(index, marker)
  })
  builder.finish(bodyEnd)
  for (const clause of builder.clauses) {
    clause.heading = headingOf(flow, clause)
    clause.introduction = /[^。!?\n]{1,80}:$/.exec(flow.slice(Math.max(clause.start, clause.ownEnd - 82), clause.ownEnd).trimEnd())?.[0] ?? ''
  }
  return builder.clauses
}
