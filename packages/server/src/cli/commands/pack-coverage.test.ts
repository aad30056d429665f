import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { packCoverageCommand } from './pack-coverage.ts'

const root = resolve(import.meta.dirname, '../../../../..')

async function printed(values: Record<string, boolean>, positionals: string[], language: 'zh' | 'en' = 'en'): Promise<string> {
  const lines: string[] = []
  const environment = { root, cwd: root } as Parameters<typeof packCoverageCommand.run>[0]['environment']
  expect(await packCoverageCommand.run({ environment, language, positionals, values, print: (line) => lines.push(line) })).toBe(0)
  return lines.join('\n')
}

test('a folder without a pack is refused', async () => {
  await expect(printed({}, ['docs'])).rejects.toMatchObject({ problems: [{ code: 'plan/pack-folder-missing' }] })
})

test('the pack of the province is the one covered when none is named', async () => {
  const text = await printed({}, [])
  expect(text).toMatch(/clauses: 97\n/)
  expect(text).toMatch(/unbound: 0\n/)
})

test('the counts of the JSON are those that are printed', async () => {
  const json = JSON.parse(await printed({ json: true }, ['packs/tea-county'])) as { obligations: unknown[]; quantities: { total: number } }
  const text = await printed({}, ['packs/tea-county'], 'zh')
  expect(text).toContain(`责任事项：${json.obligations.length}`)
  expect(text).toContain(`原文中的数字：${json.quantities.total}`)
})
