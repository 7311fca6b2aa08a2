import type { ClaimRecord, DecisionRecord, ImportRecord } from '../../src/imports/records.ts'
import { generateGroup, type GroupOptions } from '../../src/synthetic/group.ts'
import type { Truth } from '../../src/synthetic/truth.ts'

export const AS_OF = '2026-03-31'

export interface ClaimHistory {
  claim: ClaimRecord
  decisions: DecisionRecord[]
}

/** All records of a small group, its truth, and its claims with their decisions. */
export function collect(options: Partial<GroupOptions> = {}): { records: ImportRecord[]; truth: Truth; histories: ClaimHistory[] } {
  const group = generateGroup({ seed: 11, claims: 2000, asOf: AS_OF, ...options })
  const records = [...group.records()].flat()
  const byId = new Map<string | null, ClaimHistory>()
  for (const record of records) {
    if (record.kind === 'claim') byId.set(record.id, { claim: record, decisions: [] })
    if (record.kind === 'decision') byId.get(record.claimId)?.decisions.push(record)
  }
  return { records, truth: group.truth(), histories: [...byId.values()] }
}

export function recordsOf<Kind extends ImportRecord['kind']>(records: readonly ImportRecord[], kind: Kind): (ImportRecord & { kind: Kind })[] {
  return records.filter((record): record is ImportRecord & { kind: Kind } => record.kind === kind)
}

/** Every denied line of the first decision is a duplicate. */
export function isDuplicate({ decisions: [first] }: ClaimHistory): boolean {
  const denied = first?.lines.filter(({ verdict }) => verdict.denied) ?? []
  return denied.length > 0 && denied.every(({ verdict }) => verdict.duplicate)
}
