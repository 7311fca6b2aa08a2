import { printNote } from './output.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** npm, a launcher and the terminal may each pass on the same Ctrl-C. */
const SAME_MS = 500
/** What a shell gives for a program that Ctrl-C ended. */
export const INTERRUPTED = 130

/** Does work that can be stopped: the first Ctrl-C lets it come to an end of its own, the second ends the process. */
export async function interruptible<T>(explanation: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let since = 0
  const onSignal = () => {
    if (since === 0) {
      since = performance.now()
      printNote(`\n${explanation} Ctrl-C again ends at once.`)
      controller.abort()
    } else if (performance.now() - since > SAME_MS) process.exit(INTERRUPTED)
  }
  for (const name of SIGNALS) process.on(name, onSignal)
  try {
    return await work(controller.signal)
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal)
  }
}
