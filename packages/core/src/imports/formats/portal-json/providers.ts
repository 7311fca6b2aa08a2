import { z } from 'zod'
import type { ImportRecord } from '../../records.ts'
import type { Place, Report } from './issues.ts'
import { id, key, readObject, required, text, type Raw } from './values.ts'

const schema = z.object({ id, name: required, npi: key, taxId: text, taxonomy: text, specialty: text })
const refusals = { id: 'portal.no-id', name: 'portal.required-field' } as const

export function readProvider(raw: Raw, place: Place, report: Report): ImportRecord[] {
  const read = readObject(schema, refusals, raw, place, report)
  if (!read) return []
  const fields = Object.keys(read.rest).join(', ')
  if (fields) report.warnOnce('portal.provider.field-not-kept', `Fields of providers that have no place: ${fields}`, place)
  return [{ kind: 'provider', ...read.fields }]
}
