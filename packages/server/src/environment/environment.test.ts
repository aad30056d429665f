import { ProblemError } from '@bangfu/kernel'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

function faultsOf(variables: Record<string, string>): string[] {
  try {
    readEnvironment(variables, '/program', '/here')
    return []
  } catch (error) {
    return (error as ProblemError).problems.map((p) => `${p.code} ${p.details['name'] ?? p.details['host']}`)
  }
}

describe('the environment', () => {
  it('is refused with every fault at once', () => {
    expect(faultsOf({ BANGFU_PORT: 'eighty', BANGFU_LOG: 'loud', DATABASE_URL: 'mysql://x', BANGFU_HOST: '0.0.0.0', BANGFU_DEMO: '-1' })).toEqual([
      'server/bad-environment DATABASE_URL', 'server/not-loopback 0.0.0.0',
      'server/bad-environment BANGFU_PORT', 'server/bad-environment BANGFU_LOG', 'server/bad-environment BANGFU_DEMO',
    ])
  })

  it('never repeats a database address, which may hold a password', () => {
    try {
      readEnvironment({ DATABASE_URL: 'mysql://user:secret@host/db' }, '/program', '/here')
      expect.unreachable()
    } catch (error) {
      expect(JSON.stringify((error as ProblemError).problems)).not.toContain('secret')
    }
  })

  it('resolves a relative data folder against where the person stands, also under npm', () => {
    expect(readEnvironment({ BANGFU_DATA: 'data' }, '/program', '/here').dataFolder).toBe('/here/data')
    expect(readEnvironment({ BANGFU_DATA: 'data', npm_command: 'run-script', INIT_CWD: '/there' }, '/program', '/program').dataFolder).toBe('/there/data')
  })

  it('keeps its data beside the program by default and serves the loopback address', () => {
    const environment = readEnvironment({}, '/program', '/here')
    expect(environment).toMatchObject({ dataFolder: '/program/.bangfu', host: '127.0.0.1', port: undefined, language: 'zh', allowEmbedded: false })
  })
})
