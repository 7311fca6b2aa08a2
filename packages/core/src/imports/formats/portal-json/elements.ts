import { OverturnError } from '../../../errors.ts'
import type { ImportRecord, PortalRecord } from '../../records.ts'
import { readClaim } from './claims.ts'
import { readCodeReference } from './code-references.ts'
import { Report, type Place } from './issues.ts'
import type { ObjectKind } from './kinds.ts'
import { readLearningEvent } from './learning-events.ts'
import { readPattern } from './patterns.ts'
import { readPolicy } from './policies.ts'
import { readProvider } from './providers.ts'
import type { Raw } from './values.ts'

type Reader = (raw: Raw, place: Place, report: Report) => ImportRecord[]

const readers: Record<ObjectKind, Reader> = {
  claim: readClaim,
  pattern: readPattern,
  policy: readPolicy,
  provider: readProvider,
  learning_event: readLearningEvent,
  code_reference: readCodeReference,
}

/** The records of one object of the export. Nothing, and a rejection in the report, where it cannot be taken in. */
export function readElement(kind: ObjectKind, raw: Raw, place: Place, report: Report): ImportRecord[] {
  return readers[kind](raw, place, report)
}

/**
 * A portal object whose body still has the shape of the export (as the demonstration data has), in the shape that the merge reads.
 * Throws `invalid_input` when the export's reader would refuse it.
 */
export function normalized({ kind, id, body }: PortalRecord): PortalRecord {
  const [record] = readElement(kind, body, { record: `${kind} ${id}` }, new Report())
  if (record?.kind !== kind) throw new OverturnError('invalid_input', `The ${kind} ${id} has not the shape of the portal's export.`)
  return record
}
