/** Child process of a test: starts the embedded server, tells its number, and imports until it is killed. Exit 3: the database went away. */
import { ProblemError } from '@bangfu/kernel'
import { commitTable, openRegister, prepareDatabase, startEmbeddedPostgres, systemSession } from '../src/index.ts'
import { nationalTable } from './synthetic-county.ts'

const server = await startEmbeddedPostgres({ dataFolder: process.argv[2]! })
const register = await openRegister((await prepareDatabase(server.connection, 'bangfu')).app)
const table = nationalTable(40_000)
process.send!({ pid: server.pid })
try {
  await commitTable(register, { ...systemSession, place: '211322' }, table)
  process.exit(0)
} catch (error) {
  process.exit(error instanceof ProblemError && error.problems[0]?.code === 'register/database-away' ? 3 : 1)
}
