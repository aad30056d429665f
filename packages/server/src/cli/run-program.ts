/** Runs a program of our own installation under this Node and waits for its end; its output goes straight to the terminal. */
import { spawn } from 'node:child_process'

/** Exit status; 1 when it ended by a signal. */
export function runProgram(file: string, args: readonly string[], options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv }): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: options.cwd, env: options.env ?? process.env, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (status) => resolve(status ?? 1))
  })
}
