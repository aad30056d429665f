/** Every `bangfu` command, in the order of the help. */
import type { Command } from '../command.ts'
import { auditCommand } from './audit.ts'
import { benchCommand } from './bench.ts'
import { checkCommand } from './check.ts'
import { demoMakeCommand } from './demo-make.ts'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import.ts'
import { listsExportCommand } from './lists-export.ts'
import { listsImportResultsCommand } from './lists-import-results.ts'
import { packBuildCommand } from './pack-build.ts'
import { packCheckCommand } from './pack-check.ts'
import { packCoverageCommand } from './pack-coverage.ts'
import { packNewCommand } from './pack-new.ts'
import { planAttachCommand } from './plan-attach.ts'
import { planCompareCommand } from './plan-compare.ts'
import { planReadCommand, planTextCommand } from './plan-read.ts'
import { runCommand } from './run.ts'
import { runPruneCommand } from './run-prune.ts'
import { startCommand } from './start.ts'
import { testCommand } from './test.ts'
import { whyCommand } from './why.ts'

export const commands: readonly Command[] = [
  startCommand, doctorCommand, importCommand, runCommand, runPruneCommand, auditCommand, listsExportCommand, listsImportResultsCommand, whyCommand, planReadCommand, planTextCommand, planAttachCommand, planCompareCommand, packCheckCommand, packCoverageCommand, packNewCommand, packBuildCommand, demoMakeCommand, testCommand, checkCommand, benchCommand,
]
