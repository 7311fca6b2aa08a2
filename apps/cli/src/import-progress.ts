import type { ImportEvent } from '@overturn/core/imports/run'
import { count } from './format.ts'
import { endProgress, printProgress } from './output.ts'

/** Follows an import on one line of the terminal: which file, what it is doing, how many records a second. */
export function importProgress(): (event: ImportEvent) => void {
  let position = ''
  let phase = ''
  let since = performance.now()
  return (event) => {
    if (event.type === 'started') position = event.of > 1 ? `[${event.number}/${event.of}] ` : ''
    if (event.type === 'finished') endProgress()
    if (event.type !== 'progress') return
    if (event.phase !== phase) since = performance.now()
    phase = event.phase
    const perSecond = Math.round(event.records / Math.max(0.001, (performance.now() - since) / 1000))
    const of = event.of === null ? '' : ` of ${count(event.of)}`
    printProgress(`${position}${event.file}: ${phase} ${count(event.records)}${of} records (${count(perSecond)}/s)`)
  }
}
