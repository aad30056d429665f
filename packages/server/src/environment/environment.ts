/** Everything that the environment can decide, read once, typed, with all faults reported together. Reads nothing else. */
import { isAbsolute, join, resolve } from 'node:path'
import { problemData, ProblemError, type Language, type ProblemData } from '@bangfu/kernel'

export interface Environment {
  /** Folder of the program. */
  readonly root: string
  /** Folder against which file arguments are resolved: where the person typed the command, also under `npm run`. */
  readonly cwd: string
  /** BANGFU_DATA: data folder; `.bangfu` beside the program by default. */
  readonly dataFolder: string
  /** DATABASE_URL: PostgreSQL 18 to use instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** BANGFU_ADMIN_URL: with DATABASE_URL, a connection that may make roles and migrate; used at start only. */
  readonly adminUrl: string | undefined
  readonly production: boolean
  /** BANGFU_ALLOW_EMBEDDED=1: the embedded database may serve with NODE_ENV=production. */
  readonly allowEmbedded: boolean
  /** BANGFU_PORT: the port that was asked for; undefined = 7350 or the next free one. */
  readonly port: number | undefined
  /** BANGFU_HOST: loopback names only. */
  readonly host: '127.0.0.1'
  /** BANGFU_LOG: level of the log on standard error. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** BANGFU_LANG, or --lang of the command: language of sentences on the terminal. */
  readonly language: Language
  /** BANGFU_COUNTY: six-digit code of the county whose offices are seeded on the first start. */
  readonly county: string
  /** BANGFU_PACK, or --pack of `start`: folder of the plan pack that the house runs; undefined = the one that comes with the program. */
  readonly packFolder: string | undefined
  /** BANGFU_DEMO: people of the synthetic county made on the first start; 0 = start with an empty register, as is usual in production and on a database of somebody else's. */
  readonly demoPeople: number
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
const loopback = ['127.0.0.1', 'localhost', '::1']

type Variables = Readonly<Record<string, string | undefined>>

/** Reads the environment; throws one error with every fault. `root` is the folder of the program. */
export function readEnvironment(variables: Variables, root: string, workingFolder: string): Environment {
  const faults: ProblemData[] = []
  const refuse = (name: string, zhWhy: string, enWhy: string): void => {
    faults.push(problemData('server/bad-environment', { name, value: variables[name] ?? '', zhWhy, enWhy }))
  }
  const text = (name: string): string | undefined => variables[name]?.trim() || undefined
  const whole = (name: string, from: number, to: number): number | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    if (/^\d+$/.test(value) && Number(value) >= from && Number(value) <= to) return Number(value)
    refuse(name, `应是 ${from} 到 ${to} 的整数`, `a whole number from ${from} to ${to} is needed`)
    return undefined
  }
  const oneOf = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T => {
    const value = text(name)
    if (value === undefined) return otherwise
    const found = allowed.find((a) => a === value)
    if (!found) refuse(name, `可用的值：${allowed.join('、')}`, `allowed values: ${allowed.join(', ')}`)
    return found ?? otherwise
  }
  const cwd = variables['npm_command'] && text('INIT_CWD') ? text('INIT_CWD')! : workingFolder
  const url = (name: string): string | undefined => {
    const value = text(name)
    if (value === undefined || /^postgres(ql)?:\/\//.test(value)) return value
    // The value may hold a password: it is not repeated.
    faults.push(problemData('server/bad-environment', { name, value: '…', zhWhy: '应以 postgresql:// 开头', enWhy: 'it must begin with postgresql://' }))
    return undefined
  }
  const databaseUrl = url('DATABASE_URL')
  const host = text('BANGFU_HOST')
  if (host !== undefined && !loopback.includes(host)) faults.push(problemData('server/not-loopback', { host }))
  const data = text('BANGFU_DATA')
  const county = text('BANGFU_COUNTY') ?? '211322'
  if (!/^21\d{4}$/.test(county) || county.endsWith('00')) refuse('BANGFU_COUNTY', '应是辽宁省一个县的 6 位代码', 'the six-digit code of a county of Liaoning is needed')
  const pack = text('BANGFU_PACK')
  const environment: Environment = {
    root, cwd,
    dataFolder: data === undefined ? join(root, '.bangfu') : isAbsolute(data) ? data : resolve(cwd, data),
    databaseUrl,
    adminUrl: url('BANGFU_ADMIN_URL'),
    production: text('NODE_ENV') === 'production',
    allowEmbedded: oneOf('BANGFU_ALLOW_EMBEDDED', ['0', '1'], '0') === '1',
    port: whole('BANGFU_PORT', 1, 65_535),
    host: '127.0.0.1',
    logLevel: oneOf('BANGFU_LOG', logLevels, 'warn'),
    language: oneOf('BANGFU_LANG', ['zh', 'en'], 'zh'),
    county,
    packFolder: pack === undefined ? undefined : resolve(cwd, pack),
    demoPeople: whole('BANGFU_DEMO', 0, 1_000_000) ?? (databaseUrl === undefined && text('NODE_ENV') !== 'production' ? 6000 : 0),
  }
  if (faults.length > 0) throw new ProblemError(faults)
  return environment
}
