import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { DatabaseTarget } from '../support/database.ts'

/** A process of import-child.ts. */
export interface ImportChild {
  begin(): void
  /** The next line it says; null when it has ended. */
  line(): Promise<string | null>
  /** Ends it with SIGKILL, whatever it does. */
  kill(): Promise<void>
  /** Its exit code. */
  ended: Promise<number | null>
}

/** Starts one that is ready to begin. */
export async function startChild(target: DatabaseTarget, slug: string, what: string, ...rest: string[]): Promise<ImportChild> {
  const script = fileURLToPath(new URL('./import-child.ts', import.meta.url))
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [script, JSON.stringify(target), slug, what, ...rest], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const lines = linesOf(createInterface({ input: child.stdout }))
  const line = async () => (await lines.next()).value ?? null
  if ((await line()) !== 'ready') throw new Error('the process did not come up')
  return {
    begin: () => void child.stdin.end('begin\n'),
    line,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    ended,
  }
}

async function* linesOf(lines: Interface): AsyncGenerator<string, undefined> {
  yield* lines
  return undefined
}
