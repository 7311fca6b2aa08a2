import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Context } from '../../context.ts'
import { asOverturnError, OverturnError, type ErrorCode } from '../../errors.ts'
import { loggable } from '../../loggable.ts'
import { refreshAfterImport } from '../../jobs/refresh-after-import.ts'
import { savedMappings } from '../mappings/saved.ts'
import { isNothingTaken } from '../nothing-taken.ts'
import { importPaths, type FileResult, type ImportEvent } from '../run.ts'
import { reasonOf } from '../sources/stored-file.ts'
import { Arrivals, type ArrivalTimes } from './arrivals.ts'
import { noteOfProblem, noteOfResults } from './note.ts'
import { makeShelves, shelve } from './shelve.ts'

/** A file of the inbox that was dealt with, or has to wait. */
export interface Taken {
  file: string
  /** Where it is now; null when it stays in the inbox, to be tried again, or was taken away. */
  movedTo: string | null
  /** One for a file, several for an archive. */
  results: FileResult[]
  /** Why nothing could be tried. */
  problem: string | null
}

export interface WatchOptions extends Partial<ArrivalTimes> {
  /** Ends the watch; the file at hand is finished or given up by `onEvent`. */
  signal: AbortSignal
  partial: boolean
  now: () => Date
  onEvent(event: ImportEvent): void
  onTaken(taken: Taken): void
}

const TIMES: ArrivalTimes = { settleMs: 5_000, rescanMs: 30_000 }

/** Nothing is wrong with the file: it stays where it is and is tried again. */
const PASSING: readonly ErrorCode[] = ['conflict', 'database_unavailable']

/**
 * Imports what arrives in a folder, one file after the other, and moves each to `done` or `rejected` below it, with a note of what became
 * of it. A file moves only after its import is complete: a process that ends in between imports it again, which changes nothing, and moves
 * it then. Runs until the signal. Throws `unreadable_file` and `data_dir_unwritable` for the folder.
 */
export async function watchInbox(context: Context, folder: string, options: WatchOptions): Promise<void> {
  const inbox = resolve(folder)
  await assertFolder(inbox)
  await makeShelves(inbox)
  const arrivals = new Arrivals(inbox, { ...TIMES, ...options }, options.signal)
  try {
    await arrivals.start()
    for (let batch = await arrivals.next(); batch.length > 0; batch = await arrivals.next()) await takeBatch(context, inbox, batch, options)
  } finally {
    await arrivals.stop()
  }
}

async function takeBatch(context: Context, inbox: string, batch: readonly string[], options: WatchOptions): Promise<void> {
  let imported = 0
  for (const file of batch) {
    if (options.signal.aborted) break
    const taken = await takeFile({ ...context, now: options.now() }, inbox, file, options)
    if (taken) options.onTaken(taken)
    imported += taken?.results.length ?? 0
  }
  if (imported > 0) await refresh({ ...context, now: options.now() })
}

/** A database that is gone for a moment ends no watch: the days stay marked, and the next batch computes them. */
async function refresh(context: Context): Promise<void> {
  try {
    await refreshAfterImport(context)
  } catch (thrown) {
    if (!PASSING.includes(asOverturnError(thrown).code)) throw thrown
    context.log.warn({ errors: loggable(thrown) }, 'what arrived could not be computed yet')
  }
}

/** Null when the watch ended while the file was being imported: nothing of it was kept, and it stays where it is. */
async function takeFile(context: Context, inbox: string, file: string, { partial, signal, onEvent }: WatchOptions): Promise<Taken | null> {
  try {
    const results = await importPaths(context, [file], { partial, columns: await savedMappings(context) }, onEvent)
    const shelf = results.some((result) => result.outcome === 'refused' || isNothingTaken(result)) ? 'rejected' : 'done'
    return { file, movedTo: await shelve(inbox, file, shelf, noteOfResults(results, context.now)), results, problem: null }
  } catch (thrown) {
    const error = asOverturnError(thrown)
    if (signal.aborted) return null
    if (error.code === 'data_dir_unwritable') throw error
    if (error.code === 'internal') context.log.error({ errors: loggable(thrown) }, 'a file of the inbox could not be imported')
    const movedTo = PASSING.includes(error.code) ? null : await shelve(inbox, file, 'rejected', noteOfProblem(error.message, context.now))
    return { file, movedTo, results: [], problem: error.message }
  }
}

async function assertFolder(inbox: string): Promise<void> {
  const target = await stat(inbox).catch((cause: unknown) => {
    throw new OverturnError('unreadable_file', `${inbox} cannot be read (${reasonOf(cause)}).`, { cause })
  })
  if (!target.isDirectory()) throw new OverturnError('invalid_input', `${inbox} is no folder; give the folder that files arrive in.`)
}
