import type { ProviderRecord } from '../../records.ts'
import { textAt, type Elements } from './fields.ts'
import { partyOfNM1, providerOf, type Party } from './parties.ts'

/** EI is an employer's number, SY a person's, TJ either (4010). */
const TAX_IDS = new Set(['EI', 'SY', 'TJ'])

/** A provider of an 837: named by NM1, completed by the PRV and REF around it. */
export class ProviderDraft {
  readonly #party: Party
  #taxId: string | null = null
  #taxonomy: string | null

  constructor(elements: Elements, taxonomy: string | null = null) {
    this.#party = partyOfNM1(elements)
    this.#taxonomy = taxonomy
  }

  /** PRV and REF; what else stands there says nothing of who it is. */
  take(elements: Elements): void {
    if (elements[0] === 'PRV') this.#taxonomy ??= textAt(elements, 3)
    if (elements[0] === 'REF' && TAX_IDS.has(textAt(elements, 1) ?? '')) this.#taxId ??= textAt(elements, 2)
  }

  record(): ProviderRecord | null {
    const provider = providerOf(this.#party, this.#taxId)
    return provider && { ...provider, taxonomy: this.#taxonomy }
  }
}
