import { expect, test } from 'vitest'
import { readPlan } from '../read/read-plan.ts'
import { openHtml } from './open-html.ts'

const open = (html: string, encode: (text: string) => Uint8Array = (text) => new TextEncoder().encode(text)) => openHtml(encode(html), 'x.html')
const content = (html: string): string => {
  const { text, steppedOver } = open(html)
  return text.split('\n').filter((_, i, lines) => { const at = lines.slice(0, i).join('\n').length + (i > 0 ? 1 : 0); return !steppedOver.some((s) => s.start <= at && at < s.end) }).join('\n')
}
const long = '本县各乡镇应当在年底以前完成排查，逐户登记，逐项整改，并把结果报县级主管部门备案。'

test('scripts, styles and hidden elements are no text', () => {
  expect(open(`<body><style>p{}</style><script>一</script><p>正文</p><p style="display:none">二</p><div hidden>三</div><!-- 四 --><p><del>五</del></p></body>`).text).toBe('正文')
})

test('numbers in elements of their own stay in their sentence, blanks of the source do not count', () => {
  expect(open('<p>新建\n   <span>12</span><b>座</b>\n桥&nbsp;&amp;路</p>').text).toBe('新建 12座 桥\u00a0&路')
})

test('a line break and a paragraph part lines, also where paragraphs are never closed', () => {
  expect(open('<p>甲<br>乙<p>丙<div>丁</div>戊').text).toBe('甲\n乙\n丙\n丁\n戊')
})

test('ordered lists print their numbers', () => {
  expect(open('<ol><li>甲<li>乙</ol><ol type="a" start="3"><li><p>丙</p></li></ol><ul><li>丁</li></ul>').text).toBe('1. 甲\n2. 乙\nc. 丙\n丁')
})

test('a page in GB 18030 is read whether it declares gb2312, nothing, or wrongly UTF-8', () => {
  const bytes = Uint8Array.from([0xd2, 0xbb, 0xa1, 0xa2, 0xc4, 0xbf, 0xb1, 0xea])
  for (const head of ['<meta charset="gb2312">', '', '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">']) {
    const start = new TextEncoder().encode(`<html>${head}<p>`)
    expect(openHtml(Uint8Array.from([...start, ...bytes]), 'x').text).toBe('一、目标')
  }
})

test('navigation, shares and related links around and inside the document are stepped over', () => {
  const page = `<html><head><title>甲县整改方案 - 甲县政府</title></head><body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">公开</a></li></ul><h1>甲县整改方案</h1>
    <div class="info">来源：县政府办</div><div id="c"><p>一、目标。${long}</p><p>二、任务。${long}</p><div class="share">分享到</div><ul><li><a href="1">一、另一篇报道的题目很长</a></li></ul></div>
    <div class="footer">主办单位</div></body></html>`
  expect(content(page)).toBe(`甲县整改方案\n一、目标。${long}\n二、任务。${long}`)
})

test('a title in a head of its own is the document\'s, the line below it is not', () => {
  const page = `<head><title>甲县整改方案</title></head><body><div id="c"><div class="article-header"><h2>甲县整改方案</h2><span>来源：县政府办</span></div><p>一、目标。${long}</p><p>二、任务。${long}</p></div></body>`
  expect(content(page).split('\n')[0]).toBe('甲县整改方案')
  expect(content(page)).not.toContain('来源')
})

test('a section of its own for an annex belongs to the document, a footer does not', () => {
  const annex = '<div class="WordSection2"><p>附件</p><table><tr><td>序号<td>任务<td>责任单位</tr><tr><td>1<td>排查<td>县住建局</tr><tr><td>2<td>整改<td>县住建局</tr></table></div>'
  const page = `<body><div class="WordSection1"><p>一、目标。${long.repeat(4)}</p><p>二、任务。${long.repeat(4)}</p></div>${annex}<div><p>版权所有：县政府；地址：县城。电话另告。${long}</p></div></body>`
  expect(content(page).split('\n').slice(2)).toEqual(['附件', '序号\t任务\t责任单位', '1\t排查\t县住建局', '2\t整改\t县住建局'])
})

test('the number and date that a page records around the document are those of the document that prints none', () => {
  const page = `<body><table><tr><td>索引号：<td>0001<td>发文字号：<td>甲政发〔2031〕7号<tr><td>成文日期：<td>2031年2月3日<td>主题分类：<td>住房</table><p>一、目标。${long}</p></body>`
  expect(readPlan(open(page)).document).toMatchObject({ number: '甲政发〔2031〕7号', issued: '2031-02-03' })
})

test('a page built of tables is no table', () => {
  const { text, tables } = open(`<table><tr><td><a href="1">首页</a></td><td><table><tr><td><p>一、目标。${long}</p><p>二、任务。${long}</p></td></tr></table></td></tr></table>`)
  expect(tables).toEqual([])
  expect(text.split('\n').length).toBe(3)
})

test('a table keeps its rows, spans and the paragraphs of its cells', () => {
  const { text, tables } = open(`<p>${long}</p><table><tr><th>序号<th colspan="2">任务</tr><tr><td rowspan="2">1<td>甲<p>乙<td>丙<tr><td>丁<td>戊</table>`)
  expect(text.split('\n').slice(1)).toEqual(['序号\t任务', '1\t甲\u2028乙\t丙', '\t丁\t戊'])
  expect(tables[0]!.cells.map((c) => [c.row, c.column, c.rows, c.columns])).toEqual([[0, 0, 1, 1], [0, 1, 1, 2], [1, 0, 2, 1], [1, 1, 1, 1], [1, 2, 1, 1], [2, 1, 1, 1], [2, 2, 1, 1]])
})

test('the work grows with the length of the page', () => {
  const once = (html: string): number => { const before = process.cpuUsage(); open(html); const used = process.cpuUsage(before); return (used.user + used.system) / 1000 }
  const time = (html: string): number => Math.min(once(html), once(html))
  for (const piece of ['<p>一二三四五六</p>', '<', '&', '<table><tr><td>一</td><td>二</td></tr></table>', '一']) {
    time(piece.repeat(500))
    expect(time(piece.repeat(30_000)) / Math.max(8, time(piece.repeat(3000))), piece).toBeLessThan(30)
  }
})
