import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Comparison } from '@bangfu/plan'
import { afterAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../../../..')
const folder = mkdtempSync(join(tmpdir(), 'bangfu-drafting-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function bangfu(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'preflight.cjs'), ...args], { env: { PATH: process.env['PATH'] ?? '', HOME: folder, BANGFU_DATA: join(folder, 'data') }, cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const county = join(root, 'packages/plan/samples/compare/county-under-province.txt')

describe('pack new', () => {
  test('needs a file or a draft, not both, and a file that can be read', () => {
    expect([bangfu('pack', 'new').stderr, bangfu('pack', 'new', 'a.txt', '--from-draft', 'x').stderr].map((e) => /server\/bad-argument/.test(e))).toEqual([true, true])
    expect(bangfu('pack', 'new', 'missing.txt')).toMatchObject({ status: 2, stderr: expect.stringContaining('server/no-such-file') })
    writeFileSync(join(folder, 'letter.txt'), 'Nothing but English in this letter to the office.')
    expect(bangfu('pack', 'new', 'letter.txt', '--into', 'letter').stderr).toContain('plan/text-not-chinese')
    expect(readdirSync(folder)).not.toContain('letter')
  })

  test('writes a draft whose every item points to its passage, and writes over nothing', () => {
    expect(bangfu('pack', 'new', 'from', county, '--into', 'draft')).toMatchObject({ status: 0, stderr: '' })
    const text = readFileSync(county, 'utf8')
    const targets = readFileSync(join(folder, 'draft/targets.yaml'), 'utf8')
    const spans = [...targets.matchAll(/start: (\d+)\n\s+end: (\d+)/g)].map((m) => text.slice(Number(m[1]), Number(m[2])))
    expect(spans.length).toBeGreaterThan(20)
    expect(spans).toContain('420公里')
    expect(targets.match(/state: proposed/g)).toHaveLength(spans.length)
    expect(bangfu('pack', 'new', county, '--into', 'draft')).toMatchObject({ status: 2, stderr: expect.stringContaining('plan/draft-folder-taken') })
  })

  test('pack check of a draft names file and line of what nobody has decided, and a passage outside the document', () => {
    const open = bangfu('pack', 'check', 'draft')
    expect(open.status).toBe(2)
    expect(open.stderr).toMatch(/targets\.yaml 第 \d+ 行起，有 \d+ 项[\s\S]*plan\/draft-undecided/)
    const file = join(folder, 'draft/duties.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/end: \d+/, 'end: 999999'))
    expect(bangfu('pack', 'check', 'draft').stderr).toContain('plan/draft-passage')
  })
})

describe('pack build', () => {
  const build = (...args: string[]) => bangfu('pack', 'build', 'county', '--into', 'pack', ...args)

  test('needs a decided draft, a place and a folder of its own', () => {
    bangfu('pack', 'new', 'from', county, '--into', 'county')
    expect(build('--place', '211322').stderr).toContain('plan/draft-undecided')
    expect(build('--accept-proposed').stderr).toContain('plan/build-head')
    expect(readdirSync(folder)).not.toContain('pack')
    expect(bangfu('pack', 'build', 'county', '--into', 'county', '--accept-proposed', '--place', '211322').stderr).toContain('plan/build-folder-taken')
  })

  test('makes a pack that the check accepts and that says what is left to a person; built again it keeps what was written', () => {
    expect(build('--accept-proposed', '--place', '211322', '--document', county)).toMatchObject({ status: 0, stderr: '' })
    const check = bangfu('pack', 'check', 'pack')
    expect([check.status, check.stderr]).toEqual([0, ''])
    expect(check.stdout).toMatch(/还没有写：自拟标题 \d+、摘要 \d+[\s\S]*下一步：从 pack\.yaml 第 \d+ 行起/)
    const complete = bangfu('pack', 'check', 'pack', '--complete')
    expect([complete.status, complete.stderr.match(/plan\/pack-unwritten/g)?.length]).toEqual([2, 6])
    const clauses = join(folder, 'pack/clauses.yaml')
    writeFileSync(clauses, readFileSync(clauses, 'utf8').replace('zh: not-yet', 'zh: 县里的家底和三年要做到的数。'))
    expect(build('--accept-proposed').stdout).toContain('人写的内容保留')
    expect(readFileSync(clauses, 'utf8')).toContain('县里的家底')
  })
})

describe('plan compare', () => {
  test('needs two plans that can be read', () => {
    expect(bangfu('plan', 'compare', county).stderr).toContain('server/bad-argument')
    expect(bangfu('plan', 'compare', county, 'missing.txt').stderr).toContain('server/no-such-file')
  })

  test('takes a pack and a document, in words and as JSON', () => {
    const pack = join(root, 'packs/tea-county')
    const words = bangfu('plan', 'compare', pack, join(pack, 'document.txt'))
    expect(words).toMatchObject({ status: 0, stderr: '' })
    expect(words.stdout).toMatch(/目标：已回应 \d+、数字不同 \d+、未回应 \d+/)
    bangfu('pack', 'new', 'from', county, '--into', 'beside')
    const drafts = JSON.parse(bangfu('plan', 'compare', 'beside', county, '--json').stdout) as Comparison
    // The folder of a draft holds no sentences: figures whose subject is a year alone find nothing.
    expect(drafts.counts.targets.answered).toBeGreaterThan(drafts.counts.targets['not-answered'] * 2)
    const comparison = JSON.parse(bangfu('plan', 'compare', county, county, '--json').stdout) as Comparison
    expect([comparison.format, comparison.counts.targets['not-answered'], comparison.counts.targets['other-figure']]).toEqual(['bangfu.comparison/1', 0, 0])
  })
})
