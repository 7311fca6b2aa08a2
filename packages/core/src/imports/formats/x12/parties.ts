import type { PayerRecord, ProviderRecord } from '../../records.ts'
import { slugOf, textAt, type Elements } from './fields.ts'
import { isTooLong } from './ids.ts'
import type { Outbox } from './issues.ts'

/** A payer or provider as N1 or NM1 names it. */
export interface Party {
  name: string | null
  qualifier: string | null
  id: string | null
}

export const partyOfN1 = (elements: Elements): Party => ({ name: textAt(elements, 2), qualifier: textAt(elements, 3), id: textAt(elements, 4) })

export const partyOfNM1 = (elements: Elements): Party => ({ name: nameOf(elements), qualifier: textAt(elements, 8), id: textAt(elements, 9) })

/** NM1 name: `FIRST MIDDLE LAST SUFFIX` for a person, NM103 for an organization. */
export function nameOf(elements: Elements): string | null {
  return (
    [4, 5, 3, 7]
      .map((index) => textAt(elements, index))
      .filter(Boolean)
      .join(' ') || null
  )
}

export function payerOf({ name, id }: Party, otherId: string | null): PayerRecord | null {
  const known = id ?? otherId ?? (name && slugOf(name))
  return known ? { kind: 'payer', id: known, name: name ?? known } : null
}

/** NM108 and N103 of tax ids: FI, and in 4010 files 24 (employer) and 34 (person). */
const TAX_IDS = new Set(['FI', '24', '34'])

/** XX is an NPI; a tax id may stand in its place. Provider numbers of the payer's own stay ids only. */
export function providerOf({ name, qualifier, id }: Party, taxId: string | null = null): ProviderRecord | null {
  const known = id ?? taxId ?? (name && slugOf(name))
  if (!known) return null
  const npi = qualifier === 'XX' ? id : null
  return { kind: 'provider', id: known, name: name ?? known, npi, taxId: taxId ?? (TAX_IDS.has(qualifier ?? '') ? id : null) }
}

/** Names each party once in a file, and again where more is told of it. The memory of them is bounded: past the bound a party may be named again, which does no harm. */
export class Parties {
  readonly #out: Outbox
  readonly #named = new Set<string>()

  constructor(out: Outbox) {
    this.#out = out
  }

  /** Hands out the party unless it was named before; returns its id. One that is too long is not handed out: who names it is not taken in. */
  name(party: PayerRecord | ProviderRecord | null): string | null {
    if (!party) return null
    if (isTooLong(party.id)) return party.id
    const who = `${party.kind} ${party.id} ${party.name}`
    const more = party.kind === 'provider' && (party.taxId || party.taxonomy) ? `${who} ${party.taxId} ${party.taxonomy}` : who
    if (!this.#named.has(more)) {
      if (this.#named.size >= 20_000) this.#named.clear()
      this.#named.add(who).add(more)
      this.#out.emit(party)
    }
    return party.id
  }
}
