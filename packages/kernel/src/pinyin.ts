/** Search keys of a name in pinyin: full syllables and initials, surname readings first (单 shàn, 仇 qiú). */
import { pinyin } from 'pinyin-pro'

export interface PinyinKeys {
  /** Lower-case letters without tones or blanks: 张三 → `zhangsan`. */
  readonly full: string
  /** First letters: 张三 → `zs`. */
  readonly initials: string
}

/** Keys of the name; characters without a reading are kept as they are. Costly: call once per distinct name. */
export function pinyinKeys(name: string): PinyinKeys {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).map((s) => s.toLowerCase())
  return { full: syllables.join(''), initials: syllables.map((s) => s[0] ?? '').join('') }
}
