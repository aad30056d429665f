/** The kinds of thing in a pack that carry an id, as problems name them. */
export const idKinds = {
  clause: '条款', body: '机构或机构类', organisation: '机构', measure: '措施', target: '目标', obligation: '责任事项', parameter: '参数',
  'designation kind': '名单类别', 'division code': '行政区划代码', class: '机构类',
} as const

export type IdKind = keyof typeof idKinds

/** Details of a problem about such an id. */
export function idDetails(kind: IdKind, id: string | null): { kind: string; id: string } {
  return { kind: `${idKinds[kind]} (${kind})`, id: id ?? '' }
}
