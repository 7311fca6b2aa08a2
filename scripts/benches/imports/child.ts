import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type ChildResult<Result> = { ok: true; result: Result } | { ok: false; reason: string }

/** Enough of what a failing program says to know why. */
const REASON_CHARACTERS = 300

/**
 * Runs one of these scripts as a process of its own, so that time and memory are its own. It takes its task and gives its result as JSON,
 * the one as argument, the other on stdout. One that fails or takes longer is a result too: a peer may do either.
 */
export function runChild<Result>(script: string, task: object, limitSeconds: number): Promise<ChildResult<Result>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let complaint = ''
    let late = false
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-64 * 1024)))
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limitSeconds * 1000)
    child.once('error', (error) => resolve({ ok: false, reason: error.message }))
    child.once('close', (code, signal) => {
      clearTimeout(limit)
      if (code === 0) resolve({ ok: true, result: JSON.parse(output) as Result })
      else if (late) resolve({ ok: false, reason: `took longer than ${limitSeconds} s` })
      else resolve({ ok: false, reason: `ended with ${signal ?? code}: ${gist(complaint)}` })
    })
  })
}

/** The line that names the error, of all that Node prints around it. */
const gist = (complaint: string) => (/^.*Error\b.*$/m.exec(complaint)?.[0] ?? complaint.trim()).slice(0, REASON_CHARACTERS)

export const taskOf = <Task>(): Task => JSON.parse(process.argv[2] ?? '{}') as Task

export const giveResult = (result: object): void => void process.stdout.write(JSON.stringify(result))
