import type {
  ClaimRecord,
  DecisionRecord,
  ImportRecord,
  PayerRecord,
  PortalRecord,
  ProviderLevelAdjustmentRecord,
  ProviderRecord,
  RemittanceRecord,
} from '../imports/records.ts'

/** A claim with all its decisions, in order. */
export interface ClaimHistory {
  kind: 'history'
  claim: ClaimRecord
  decisions: DecisionRecord[]
}

export type PackRecord = ClaimHistory | PayerRecord | ProviderRecord | RemittanceRecord | ProviderLevelAdjustmentRecord | PortalRecord

/** The records of a group with each claim and the decisions that follow it in one piece. */
export function* packRecords(batches: Iterable<readonly ImportRecord[]>): Generator<PackRecord> {
  let open: ClaimHistory | null = null
  for (const batch of batches) {
    for (const record of batch) {
      if (record.kind === 'decision') {
        open?.decisions.push(record)
        continue
      }
      if (open) yield open
      open = null
      if (record.kind === 'claim') open = { kind: 'history', claim: record, decisions: [] }
      else if (isPackRecord(record)) yield record
    }
  }
  if (open) yield open
}

const KINDS: ReadonlySet<string> = new Set(['payer', 'provider', 'remittance', 'plb', 'pattern', 'policy', 'learning_event', 'code_reference'])
const isPackRecord = (record: ImportRecord): record is Exclude<PackRecord, ClaimHistory> => KINDS.has(record.kind)

/** The payers and providers that were named so far. */
export class Directory {
  readonly payers = new Map<string | null, PayerRecord>()
  readonly providers = new Map<string | null, ProviderRecord>()

  see(record: PayerRecord | ProviderRecord): void {
    if (record.kind === 'payer') this.payers.set(record.id, record)
    else this.providers.set(record.id, record)
  }
}
