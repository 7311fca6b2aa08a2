import { OverturnError } from '../errors.ts'
import type { Progress } from './run.ts'

/** Ends an import at the signal: before the next file, or within one that nobody sees yet, of which nothing is kept. */
export function stopping(follow: Progress, signal: AbortSignal): Progress {
  return (event) => {
    follow(event)
    // What others can see already is brought to its end; that never takes long.
    const isSafe = event.type === 'started' || (event.type === 'progress' && event.phase !== 'publishing')
    if (signal.aborted && isSafe) throw new OverturnError('conflict', 'The import was stopped; nothing of this file was kept. Import it again.')
  }
}
