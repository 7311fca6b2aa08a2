import type { ClaimLineRecord } from '../../records.ts'
import type { Diagnoses } from './diagnoses.ts'
import { amountAt, partsOf, quantityAt, textAt, type Elements, type Faults } from './fields.ts'
import type { Position } from './issues.ts'
import type { Parties } from './parties.ts'
import { periodAt } from './periods.ts'
import { ProviderDraft } from './provider-draft.ts'

/** Where SV1 (professional), SV2 (institutional) and SV3 (dental) have their elements; 0 is nowhere. */
const LAYOUTS = {
  SV1: { claimType: 'professional', revenue: 0, procedure: 1, charge: 2, unitType: 3, units: 4, place: 5, pointers: 7 },
  SV2: { claimType: 'institutional', revenue: 1, procedure: 2, charge: 3, unitType: 4, units: 5, place: 0, pointers: 0 },
  SV3: { claimType: 'dental', revenue: 0, procedure: 1, charge: 2, unitType: 0, units: 6, place: 3, pointers: 11 },
} as const
type ServiceId = keyof typeof LAYOUTS
export const isService = (id: string): id is ServiceId => id === 'SV1' || id === 'SV2' || id === 'SV3'

/** One line of a claim: loop 2400, from LX or, where that is missing, from its service segment. */
export class ClaimLine {
  readonly at: Position
  readonly #faults: Faults
  readonly #component: string
  #record: ClaimLineRecord | null = null
  #pointers: readonly string[] = []
  #controlNumber: string | null = null
  #ndcCode: string | null = null
  #rendering: ProviderDraft | null = null
  #current: ProviderDraft | null = null
  claimType: 'professional' | 'institutional' | 'dental' | null = null
  /** REF*G1 and REF*9F, which a claim may state at its lines. */
  priorAuthorization: string | null = null
  referralNumber: string | null = null
  #period: ReturnType<typeof periodAt> = null

  constructor(at: Position, component: string, faults: Faults) {
    this.at = at
    this.#component = component
    this.#faults = faults
  }

  get hasService(): boolean {
    return this.#record !== null
  }

  take(elements: Elements, at: Position): void {
    const id = elements[0] ?? ''
    if (isService(id)) return this.#service(id, elements, at)
    switch (id) {
      case 'DTP':
        if (textAt(elements, 1) === '472') this.#period = periodAt(elements, this.#faults, at)
        return
      case 'LIN':
        if (textAt(elements, 2) === 'N4') this.#ndcCode = textAt(elements, 3)
        return
      case 'NM1':
        this.#current = textAt(elements, 1) === '82' ? (this.#rendering = new ProviderDraft(elements)) : null
        return
      case 'PRV':
        return this.#current?.take(elements)
      case 'REF':
        return this.#reference(elements)
    }
  }

  /** The line under its number; null where no service segment says what was done and what it costs. */
  finish(lineNumber: number, diagnoses: Diagnoses, parties: Parties): ClaimLineRecord | null {
    if (!this.#record) return null
    return {
      ...this.#record,
      lineNumber,
      controlNumber: this.#controlNumber,
      diagnosisCodes: diagnoses.pointedTo(this.#pointers),
      ndcCode: this.#ndcCode,
      serviceDate: this.#period?.start ?? null,
      serviceDateEnd: this.#period?.end ?? null,
      renderingProviderId: parties.name(this.#rendering?.record() ?? null),
    }
  }

  #service(id: ServiceId, elements: Elements, at: Position): void {
    const { claimType, revenue, procedure, charge, unitType, units, place, pointers } = LAYOUTS[id]
    const parts = partsOf(elements[procedure] ?? '', this.#component)
    this.claimType = claimType
    if (pointers > 0) this.#pointers = partsOf(elements[pointers] ?? '', this.#component)
    this.#record = {
      lineNumber: 0,
      controlNumber: null,
      procedureCode: textAt(parts, 1),
      revenueCode: revenue > 0 ? textAt(elements, revenue) : null,
      modifiers: [2, 3, 4, 5].flatMap((index) => textAt(parts, index) ?? []),
      diagnosisCodes: [],
      placeOfService: place > 0 ? textAt(elements, place) : null,
      units: quantityAt(elements, units, this.#faults, at),
      unitsType: unitType > 0 ? textAt(elements, unitType) : 'UN',
      ndcCode: null,
      serviceDate: null,
      serviceDateEnd: null,
      billed: amountAt(elements, charge, this.#faults, at),
      renderingProviderId: null,
      editsFired: [],
      policiesTriggered: [],
      extra: {},
    }
  }

  /** A number with a REF04 is one of another payer. */
  #reference(elements: Elements): void {
    const number = textAt(elements, 2)
    switch (textAt(elements, 1)) {
      case '6R':
        this.#controlNumber = number
        return
      case 'G1':
        if (textAt(elements, 4) === null) this.priorAuthorization = number
        return
      case '9F':
        if (textAt(elements, 4) === null) this.referralNumber = number
    }
  }
}
