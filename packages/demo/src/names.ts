/** Names of synthetic persons: common surnames by rough frequency, given names by generation, some rare characters and middle dots. */
import type { Random } from './random.ts'

const surnames: readonly (readonly [string, number])[] = [
  ['王', 80], ['李', 78], ['张', 70], ['刘', 62], ['陈', 30], ['杨', 30], ['赵', 34], ['孙', 26], ['周', 18], ['吴', 18], ['徐', 16], ['马', 14], ['朱', 12], ['胡', 11], ['郭', 12], ['何', 10],
  ['高', 12], ['林', 9], ['郑', 9], ['于', 12], ['宋', 12], ['韩', 11], ['冯', 8], ['曹', 8], ['许', 7], ['邓', 5], ['田', 7], ['佟', 3], ['关', 4], ['那', 2], ['白', 5], ['单', 2], ['仇', 1], ['解', 1], ['查', 1], ['尉迟', 0.4], ['欧阳', 0.6], ['包', 4], ['鲍', 2], ['𠅤', 0.05],
]
const male = ['国', '建', '军', '德', '志', '明', '强', '永', '福', '春', '树', '玉', '成', '海', '振', '宝', '长', '文', '学', '立', '俊', '浩', '宇', '子', '轩', '铁', '柱', '山', '林', '生', '民', '贵', '才', '发', '广']
const female = ['桂', '秀', '英', '兰', '凤', '芝', '玉', '华', '珍', '淑', '艳', '丽', '红', '梅', '霞', '敏', '静', '欣', '怡', '梓', '涵', '雨', '桐', '佳', '琪', '云', '香', '荣', '琴', '芳', '玲', '娟']
const rare = ['喆', '䶮', '堃', '垚', '㛃', '翀', '𬭎', '曌', '頔', '犇']
const mongolian = ['巴图·苏和', '乌云·其木格', '那顺·巴雅尔', '萨仁·高娃', '包·阿古拉']

/** A surname; children usually take the head's. */
export function makeSurname(random: Random): string {
  return random.weighted(surnames)
}

export function makeName(random: Random, sex: '1' | '2', surname: string): string {
  if (random.chance(0.004)) return random.pick(mongolian)
  const pool = sex === '1' ? male : female
  const first = random.chance(0.006) ? random.pick(rare) : random.pick(pool)
  return random.chance(0.22) ? surname + first : surname + first + random.pick(pool)
}
