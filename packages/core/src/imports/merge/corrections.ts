import type { DecisionRecord } from '../records.ts'
import type { ClaimKey } from './match/claims.ts'

/**
 * A payer takes a decision back and decides anew side by side, in one payment and under one patient control number; the correction may have
 * another charge and a number of its own. Remembers what the payment that is being read took back.
 */
export class Corrections {
  #remittance: number | null = null
  readonly #takenBack = new Map<string, { claimId: string; key: ClaimKey }>()

  tell({ decisionKind, remittance }: DecisionRecord, key: ClaimKey, claimId: string): void {
    if (remittance === null || decisionKind !== 'reversal' || key.patientControlNumber === null) return
    if (remittance !== this.#remittance) this.#takenBack.clear()
    this.#remittance = remittance
    this.#takenBack.set(key.patientControlNumber, { claimId, key })
  }

  /** The claim whose decision the payment took back for this one: of the same patient and day, as far as they are told. */
  find({ decisionKind, remittance }: DecisionRecord, key: ClaimKey): string | null {
    if (decisionKind !== 'original' || remittance === null || remittance !== this.#remittance || key.patientControlNumber === null) return null
    const takenBack = this.#takenBack.get(key.patientControlNumber)
    if (!takenBack) return null
    const agrees = <Value>(a: Value | null, b: Value | null) => a === null || b === null || a === b
    return agrees(takenBack.key.memberId, key.memberId) && agrees(takenBack.key.serviceDate, key.serviceDate) ? takenBack.claimId : null
  }
}
