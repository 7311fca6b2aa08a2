import { claimOutcome } from '../../adjudication/rules.ts'
import { centsOf, type Cents } from '../../money.ts'
import { readElement } from '../formats/portal-json/elements.ts'
import { Report } from '../formats/portal-json/issues.ts'
import { isObject, type Raw } from '../formats/portal-json/values.ts'
import { claimStatusWords, claimTypeWords, lookUp } from '../formats/portal-json/vocabulary.ts'

/** What the export says of a claim, taken from the object itself, and how it was read (`outcome`, `denialReason`). */
export interface ExpectedClaim {
  id: string
  /** Words of the source; null when it says nothing. */
  status: string | null
  reason: string | null
  billed: Cents
  paid: Cents
  outcome: string
  denialReason: string | null
  duplicate: boolean
  lines: number
  linesBilled: Cents
  /** Everything else that has a column, compared field by field. */
  fields: Record<string, string | string[] | null>
}

/** Null for an object without an id. */
export function expectedClaim(raw: Raw): ExpectedClaim | null {
  const id = plain(raw.id)
  if (id === null) return null
  const status = plain(raw.status)
  const records = readElement('claim', raw, {}, new Report())
  const decision = records.find((record) => record.kind === 'decision')
  const [appeal] = records.find((record) => record.kind === 'claim')?.appeals ?? []
  const read = decision && claimOutcome(decision.verdict, decision.lines)
  const items = Array.isArray(raw.lineItems) ? raw.lineItems.filter(isObject) : []
  const claimType = plain(raw.claimType)
  return {
    id,
    status,
    reason: plain(raw.denialReason),
    billed: centsOf(raw.billedAmount) ?? 0,
    paid: centsOf(raw.paidAmount) ?? 0,
    outcome: read?.outcome ?? 'pending',
    denialReason: read?.denial.reason ?? null,
    duplicate: read?.duplicate ?? false,
    lines: items.length,
    linesBilled: items.reduce((sum, item) => sum + (centsOf(item.billedAmount) ?? 0), 0),
    fields: {
      providerId: plain(raw.providerId),
      dateOfService: day(raw.dateOfService),
      submissionDate: day(raw.submissionDate),
      processingDate: day(raw.processingDate),
      patientName: plain(raw.patientName),
      patientDOB: day(raw.patientDOB),
      patientSex: plain(raw.patientSex),
      memberId: plain(raw.memberId),
      memberGroupId: plain(raw.memberGroupId),
      priorAuthNumber: plain(raw.priorAuthNumber),
      claimType: claimType === null ? null : lookUp(claimTypeWords, claimType).own,
      appealStatus: appeal?.reportedStatus ?? appeal?.outcome ?? null,
      procedureCodes: plains(raw.procedureCodes),
      diagnosisCodes: plains(raw.diagnosisCodes),
      modifiers: plains(raw.modifiers),
      policyIds: plains(raw.policyIds),
    },
  }
}

/** Whether the portal counts a claim of this status as denied. */
export function isDenied(status: string | null): boolean {
  const known = status === null ? null : lookUp(claimStatusWords, status).own
  return known === 'denied' || known === 'appealed'
}

const plain = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null)
const plains = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(plain).filter((one) => one !== null)
const day = (value: unknown): string | null => plain(value)?.slice(0, 10) ?? null
