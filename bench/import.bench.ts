/** How fast files become tables that the register can commit: csv of 240,000 persons × 30 columns, and xlsx against the reader's bare parse. Run: node bench/import.bench.ts [rows] */
import { readXlsx } from 'hucre/xlsx'
import { identityCheckCharacter, parsePlainDate } from '@bangfu/kernel'
import { mapSheet, placeIndexOf, readSheets, streamWorkbook } from '@bangfu/register'

const rows = Number(process.argv[2] ?? 240_000)
const villages = Array.from({ length: 200 }, (_, i) => ({ code: `2199011${String(i % 20).padStart(2, '0')}${String(200 + i)}`, name: `某${i}村村民委员会` }))
const places = placeIndexOf([{ code: '219901', name: '平安县' }, ...Array.from({ length: 20 }, (_, i) => ({ code: `2199011${String(i).padStart(2, '0')}`, name: `某${i}镇` })), ...villages])
const headers = ['县', '乡镇', '村', '自然村', '户编号', '人编号', '姓名', '证件号码', '人数', '与户主关系', '民族', '文化程度', '在校生状况', '健康状况', '劳动技能', '务工时间(月)', '是否参加大病保险', '致贫原因1', '危房户', '是否解决安全饮用水', '人均纯收入', '户联系电话', '人联系电话', '首次识别时间', '人员识别时间', '户类型', '脱贫标志', '耕地面积(亩)', '住房面积', '备注']

function person(n: number): string[] {
  const first17 = `2199${String(1 + (Math.floor(n / 900) % 98)).padStart(2, '0')}${1940 + (n % 70)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 88_200) * 9 + n) % 28).padStart(2, '0')}${100 + (n % 900)}`
  const household = Math.floor(n / 3)
  const village = household % 200
  const pick = (values: readonly string[], by = n): string => values[by % values.length]!
  return ['平安县', `某${village % 20}镇`, `某${village}村`, '一组', `21990100${household}`, `21990100${household}${n % 3}`, `张某${n % 5000}`, first17 + identityCheckCharacter(first17), '3', pick(['户主', '配偶', '之子']), '汉族', pick(['小学', '初中', '文盲或半文盲']), pick(['非在校生', '七年级']), pick(['健康', '长期慢性病', '长期慢性病、残疾']), pick(['普通劳动力', '丧失劳动力']), String(n % 13), pick(['是', '否']), pick(['因病', '因残', '缺劳力'], household), pick(['否', '是'], household), '是',
    (2000 + (household % 700_000) / 100).toFixed(2), '19900000000', '', pick(['2014-12-01', '2015/3/2', '20161201'], household), '2014-12', pick(['一般贫困户', '低保户'], household), pick(['脱贫', '未脱贫'], household), ((household % 90) / 10).toFixed(1), String(40 + (household % 60)), '']
}

/** Result and seconds of processor time (all threads, garbage collection too): the machine may be shared, so the clock alone says little. */
async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const used = process.cpuUsage(before)
  console.log(`    ${((performance.now() - start) / 1000).toFixed(2)} s by the clock`)
  return [result, (used.user + used.system) / 1e6]
}
const options = { source: '测试', asOf: parsePlainDate('2018-12-31'), places }
const rate = (n: number, seconds: number): string => `${seconds.toFixed(2)} s of processor time, ${Math.round(n / seconds).toLocaleString('en')} rows/s`

const lines = [headers.join(',')]
for (let n = 0; n < rows; n += 1) lines.push(person(n).join(','))
const csv = new TextEncoder().encode(lines.join('\r\n'))
lines.length = 0
const [[sheet], reading] = await timed(() => readSheets(csv, '人口.csv'))
const [table, mapping] = await timed(() => mapSheet(sheet!, options))
console.log(`csv ${rows.toLocaleString('en')} rows × ${headers.length} columns, ${(csv.length / 1e6).toFixed(0)} MB`)
console.log(`  read     ${rate(rows, reading)}`)
console.log(`  map      ${rate(rows, mapping)}   (${table.rows.length} mapped, ${table.rejected.length} rejected, ${table.notices.length} notices)`)
console.log(`  together ${rate(rows, reading + mapping)}   peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)

const bookRows = Math.min(rows, 100_000)
function* cells(): Generator<string[]> {
  for (let n = 0; n < bookRows; n += 1) yield person(n)
}
const book = new Uint8Array(await new Response(streamWorkbook({ name: '人口', columns: headers.map((header) => ({ header, format: 'id' as const })), rows: cells() })).arrayBuffer())
const [, bare] = await timed(() => readXlsx(book))
const [mapped, total] = await timed(async () => mapSheet((await readSheets(book, '人口.xlsx'))[0]!, options))
const [, again] = await timed(() => readXlsx(book))
const anchor = Math.min(bare, again)
console.log(`xlsx ${bookRows.toLocaleString('en')} rows × ${headers.length} columns, ${(book.length / 1e6).toFixed(0)} MB`)
console.log(`  bare parse      ${rate(bookRows, anchor)}`)
console.log(`  read and mapped ${rate(bookRows, total)}   (${mapped.rows.length} mapped) = ${(total / anchor).toFixed(2)} × bare parse (aim ≤ 2)`)
