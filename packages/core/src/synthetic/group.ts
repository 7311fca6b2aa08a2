import { isIsoDate, type IsoDate } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { normalized } from '../imports/formats/portal-json/elements.ts'
import type { ImportRecord, PortalRecord } from '../imports/records.ts'
import { calendarOf } from './calendar.ts'
import { claimWriter } from './claim.ts'
import { codeReferences } from './code-references.ts'
import { courseFollower } from './course.ts'
import { deniedSample, learningEvents } from './learning-events.ts'
import { payers } from './payers.ts'
import { policies } from './policies.ts'
import { clinicians, group, practices } from './providers.ts'
import { remittanceLedger } from './remittances.ts'
import { tallyOf } from './tally.ts'
import type { Truth } from './truth.ts'

export interface GroupOptions {
  seed: number
  /** How many claims to submit, up to 10 million. */
  claims: number
  /** The day on which the group is looked at: nothing later has happened yet. */
  asOf: IsoDate
  /** Months of submissions up to and with `asOf`. The planted changes lie up to 240 days back: 12 or more show them all. */
  months?: number
  /** Records per batch, about. It changes nothing else. */
  batchSize?: number
}

export interface SyntheticGroup {
  /**
   * Payers, providers, policies and code references; then claims in the order of submission, each followed by its decisions; then the
   * remittances those decisions name, their provider level adjustments, and learning events. Memory stays flat.
   * Portal objects come as the merge takes them, or, `asExported`, as a portal's export has them.
   */
  records(options?: { asExported?: boolean }): Generator<ImportRecord[]>
  /** What the records hold; a `conflict` until they were read to the end. */
  truth(): Truth
}

const MAX_CLAIMS = 10_000_000
const MAX_MONTHS = 120

/** A believable practice group, invented from end to end and the same for the same options. Throws `invalid_input` for options out of range. */
export function generateGroup({ seed, claims, asOf, months = 18, batchSize = 1000 }: GroupOptions): SyntheticGroup {
  assertRange('seed', seed, 0, Number.MAX_SAFE_INTEGER)
  assertRange('claims', claims, 1, MAX_CLAIMS)
  assertRange('months', months, 1, MAX_MONTHS)
  assertRange('batchSize', batchSize, 1, MAX_CLAIMS)
  if (!isIsoDate(asOf))
    throw new OverturnError('invalid_input', 'asOf must be a date such as 2026-03-31.', { fields: [{ field: 'asOf', message: 'Not a date.' }] })
  let truth: Truth | null = null

  function* stream(asExported: boolean): Generator<ImportRecord> {
    const shaped = asExported ? (records: Iterable<PortalRecord>) => records : asRead
    const calendar = calendarOf(asOf, months, claims)
    const write = claimWriter(seed, calendar, claims)
    const follow = courseFollower(seed, calendar)
    const ledger = remittanceLedger(seed, calendar)
    const tally = tallyOf({ seed, months }, calendar)
    const sample = deniedSample(claims)

    for (const { id, name } of payers) yield { kind: 'payer', id, name }
    yield group
    yield* Object.values(practices)
    for (const { record } of clinicians) yield record
    yield* shaped(policies(calendar))
    yield* shaped(codeReferences(calendar))
    for (let number = 0; number < claims; number += 1) {
      const submission = write(number)
      const course = follow(submission)
      submission.claim.appeals = course.appeals
      tally.submission(submission, course)
      sample.see(submission, course)
      yield submission.claim
      for (const decision of course.decisions) {
        ledger.add(decision)
        yield decision
      }
    }
    for (const record of ledger.records()) {
      tally.remittance(record)
      yield record
    }
    yield* shaped(learningEvents(seed, calendar, sample.claims))
    truth = tally.truth()
  }

  return {
    *records({ asExported = false } = {}) {
      let batch: ImportRecord[] = []
      for (const record of stream(asExported)) {
        batch.push(record)
        if (batch.length < batchSize) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    },
    truth() {
      if (!truth) throw new OverturnError('conflict', 'The truth is counted while the records are read. Read them to the end first.')
      return truth
    },
  }
}

/** Portal objects are written in the shape of the export; its reader brings them into the shape that the merge takes. */
function* asRead(records: Iterable<PortalRecord>): Generator<PortalRecord> {
  for (const record of records) yield normalized(record)
}

function assertRange(field: string, value: number, low: number, high: number): void {
  if (Number.isSafeInteger(value) && value >= low && value <= high) return
  const message = `${field} must be a whole number from ${low} to ${high}.`
  throw new OverturnError('invalid_input', message, { fields: [{ field, message }] })
}
