/** Words of plans for comparing them: what carries no content, and different words for one thing. Lists, no rules; extend here. */

/** Said of every aim: role words, quantifiers, verbs of attainment, filler. They part a text and are not compared. */
export const emptyWords: readonly string[] = [
  '按职责分工', '职责分工', '分别负责', '负责', '牵头', '配合', '目标', '任务', '措施', '全省', '全市', '全县', '全区', '全州', '我省', '我市', '我县', '我区', '本省', '本市', '本县', '各地', '工作', '以上', '以内', '不低于', '不少于', '不超过', '达到', '全部', '全面', '所有', '年底前', '月底前', '年底',
  '以及', '或者', '至少', '每个', '符合条件', '合乎条件', '具备条件', '条件', '纳入', '列入', '剩余', '剩下', '还没有', '力争', '确保', '实现', '继续', '基本', '累计', '其中', '左右', '适龄', '阶段',
]
/** Making something new, and doing something over: what is made tells one aim from another, and which of the two is done. Longer words first. */
export const worksNew: readonly string[] = ['新建', '修建', '建设', '建成', '新增', '增加', '增设', '铺设', '开工']
export const worksOver: readonly string[] = ['改造', '翻建', '改建', '重建', '整修', '维修', '加固', '更新', '修复', '提升']
/** Both at once. */
export const worksBoth: readonly string[] = ['新改建', '新(改)建', '改扩建', '新建改造', '建设改造']

/** Single characters of the same sort. */
export const emptyCharacters = '的了和与对在等为按把将由其各可都均或每到'
/** 一是, 二是 and dates: what only counts or dates a sentence. */
export const emptyPatterns = String.raw`[一二三四五六七八九十]是|\d{2,4}年(?:底|末|前)?|\d{1,2}月(?:底|末|前)?`

/** Different words for one thing, the first standing for all of them. */
export const sameThings: readonly (readonly string[])[] = [
  ['贫困', '困难', '低收入'], ['脱贫', '摘帽', '销号', '退出'], ['在读', '就读', '失学', '辍学', '入学', '上学'], ['老年人', '老人', '长者'], ['供水', '饮水', '用水'],
  ['率', '比例', '占比', '比重', '覆盖面'], ['农民', '农村居民'], ['收入', '可支配收入', '纯收入'], ['选派', '下派', '驻村'], ['床位', '病床', '张床'], ['污水', '废水'], ['垃圾', '生活垃圾'], ['公路', '道路'], ['培训', '轮训'], ['儿童', '孩子', '幼儿', '婴幼儿'], ['绿化', '造林', '植树'],
]
