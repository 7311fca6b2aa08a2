import { silentLog, type Log } from '@overturn/core/log'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** npm, a launcher and the terminal may each pass on the same Ctrl-C. */
const SAME_MS = 500
/** Longer than the portal takes for its last requests. */
const PATIENCE_MS = 15_000

export interface StopSignal {
  signal: AbortSignal
  /** A log that falls silent with the stop: work that is cut off then would only say that it was. */
  untilStopped(log: Log): Log
  dispose(): void
}

/** Aborts at the first request to stop. The second one, or a stop that takes too long, ends the process; engine and portal follow it. */
export function listenForStop(say: (message: string) => void): StopSignal {
  const controller = new AbortController()
  let since = 0
  const onSignal = () => {
    if (since === 0) {
      since = performance.now()
      say('Stopping')
      controller.abort()
      setTimeout(() => process.exit(0), PATIENCE_MS).unref()
    } else if (performance.now() - since > SAME_MS) process.exit(130)
  }
  for (const name of SIGNALS) process.on(name, onSignal)
  return {
    signal: controller.signal,
    untilStopped: (log) => new Proxy(log, { get: (target, name: keyof Log) => (controller.signal.aborted ? silentLog : target)[name] }),
    dispose: () => {
      for (const name of SIGNALS) process.off(name, onSignal)
    },
  }
}

/** Settles when a stop is requested. */
export function requested(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })))
}
