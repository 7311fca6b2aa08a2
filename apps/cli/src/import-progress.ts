import type { ImportEvent } from '@overturn/core/imports/run'
import { count } from './format.ts'
import { endProgress, printProgress } from './output.ts'

type Follow = (event: ImportEvent) => void
type Progress = Extract<ImportEvent, { type: 'progress' }>

/** A guess of the time left is worth its place once it has something to go by. */
const GUESS_AFTER_MS = 2_000

/** Follows an import on one line of the terminal: which file, what it is doing, how many records a second, how long it will take. */
export function importProgress(print = printProgress, now = () => performance.now()): Follow {
  let position = ''
  let phase = ''
  let since = now()
  return (event) => {
    if (event.type === 'started') {
      position = event.of > 1 ? `[${event.number}/${event.of}] ` : ''
      phase = ''
    }
    if (event.type === 'finished') endProgress()
    if (event.type !== 'progress') return
    if (event.phase !== phase) since = now()
    phase = event.phase
    print(`${position}${event.file}: ${stateOf(event, now() - since)}`)
  }
}

function stateOf({ phase, records, bytes, ofBytes }: Progress, elapsed: number): string {
  const perSecond = `${count(Math.round(records / Math.max(0.001, elapsed / 1000)))}/s`
  if (bytes === undefined || !ofBytes) return `${phase} ${count(records)} records (${perSecond})`
  const share = bytes / ofBytes
  const left = share > 0 && share < 1 && elapsed > GUESS_AFTER_MS ? `, about ${duration((elapsed * (1 - share)) / share)} left` : ''
  return `${phase} ${count(records)} records, ${Math.floor(100 * share)} % (${perSecond}${left})`
}

/** "40 s", "3 min", "2 h 10 min": as exact as a guess deserves. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
