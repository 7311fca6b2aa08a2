import { destination, pino, type Logger } from 'pino'

/** Structured log on stderr, so that stdout stays clean for `--json`. Never log records, names, ids of patients, or file contents. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

export function createLog(level: string): Log {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }))
}

export const silentLog: Log = pino({ level: 'silent' })
