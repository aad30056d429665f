/** Words that hand out work, and the role each gives. Lists, no rules; extend here. */
export type Role = 'responsible' | 'lead' | 'joint' | 'support' | 'principal'

/** Labels before a list of bodies: 责任单位:… */
/** Labels that name who watches, tells or signs: no role of this plan's duties, and no reason to give up the line. */
export const otherLabels = /^(责任人|负责人|责任领导|责任市领导|牵头领导|牵头人|分管领导|市领导|县领导|包抓领导|联系领导|联系人|指导单位|督导单位|督办单位|督查单位|监督单位|监管单位|考核单位|验收单位|审核单位|完成时限|完成时间|完成日期|时限|时间要求|整改时限|完成期限|推进时限|时间安排|时间节点|进度要求|备注|整改目标|工作目标)$/

export const roleLabels: readonly (readonly [RegExp, Role])[] = [
  [/^(牵头责任|主要牵头|总牵头|牵头|主办牵头)(部门及单位|单位及部门|单位或部门|部门\(单位\)|单位\(部门\)|单位|部门|机构|科室|股室|处室|站所|局)?(和|及|与|、|\/)?(责任(单位|部门))?$/, 'lead'],
  [/^(责任|任务|职责)分工$/, 'responsible'],
  [/^(责任主体|主体责任(单位|部门)?)$/, 'principal'],
  [/^(共同|联合)(责任|牵头)?(单位|部门)$/, 'joint'],
  [/^(配合|协办|参与|参加|协助|支持|协同|协作|配合责任|参与配合|协同配合|配合落实)(部门及单位|单位及部门|部门\(单位\)|单位\(部门\)|单位|部门|机构|科室|股室|处室|站所)?$/, 'support'],
  [/^(主要)?(责任|负责|落实|实施|承办|主办|主管|主责|分工|执行|完成|承担)(部门及单位|单位及部门|部门\(单位\)|单位\(部门\)|单位|部门|机构|科室|股室|处室|站所|办所|主体)?(及分工)?$/, 'responsible'],
]

/** Words that may stand between the bodies and the verb. */
export const adverbs = '(?:要|结合(?:各自)?(?:工作)?(?:职责|职能|实际)(?:分工)?|按(?:照)?(?:干部)?(?:管理权限|职责权限)|凭|应当?|须|必须|将|均|都|切实|认真|严格|牢固|、|分别|具体|主要|共同|统一|全面|全力|积极|密切|主动|同时|予以|给予|联合|派员|抽调人员|安排专人|按(?:照)?(?:各自)?(?:部门)?职责(?:分工)?|根据职责(?:分工)?|依职责(?:分工)?|各司其职|等)'

/** What the bodies answer for, said before the verb: 对本行政区域的工作负责. */
export const about = '(?:(?:对|在)(?:[^,。;对在()]|\\([^()]{1,16}\\)){1,24}?)?'

/** Verbs behind the bodies; `open` ones may be followed by what is to be done, the others end their part of the sentence. */
export const roleVerbs: readonly { readonly pattern: string; readonly role: Role; readonly open: boolean }[] = [
  { pattern: '(?:承担|负|履行|落实|扛起|扛牢|压实|担负|肩负|担起|担当|强化)(?:起)?[^,。;]{0,18}主体责任|(?:为|是)(?:责任主体|实施主体)|(?:为|是)[^,。;]{0,12}(?:责任主体|主体责任|实施主体|落实主体)', role: 'principal', open: true },
  { pattern: '(?:为|是|作为)[^,。;、的]{0,6}牵头(?:责任)?(?:单位|部门)', role: 'lead', open: true },
  { pattern: '(?:为|是|作为)[^,。;、]{0,16}(?:责任|主管|实施|承办|负责)(?:单位|部门)', role: 'responsible', open: true },
  { pattern: '(?:为|是|作为)[^,。;、的]{0,6}(?:配合|协办|参与|协作)(?:单位|部门)', role: 'support', open: true },
  { pattern: '(?:负责)?牵头(?:负责|组织|抓总|协调|实施|落实|推进|制定|抓好)?', role: 'lead', open: true },
  { pattern: '共同(?:牵头)?负责', role: 'joint', open: true },
  { pattern: '(?:协同|参与|协助|支持)?配合', role: 'support', open: true },
  { pattern: '(?<=职责(?:分工|权限|范围)?(?:内)?)(?:做好|抓好|开展|推进)[^,。;]{0,16}', role: 'responsible', open: true },
  { pattern: '(?:协助|协同)', role: 'support', open: true },
  { pattern: '(?:参与|参加|支持|协办)', role: 'support', open: false },
  { pattern: '(?:做好|提供|给予)[^,。;的]{0,6}(?:支持|支撑|协助)', role: 'support', open: false },
  { pattern: '(?:组织|抓好|具体|推进|抓)?(?:落实|实施|承办|执行)', role: 'responsible', open: false },
  { pattern: '(?:负责|分工负责|负总责|主抓|分工落实|组织实施|各负其责|主办|承办|负主要责任|负直接责任)', role: 'responsible', open: true },
]
