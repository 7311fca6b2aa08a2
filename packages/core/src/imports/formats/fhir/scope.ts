import type { Cents } from '../../../money.ts'
import type { ClaimLineRecord, ClaimPayerRecord, PayerRank, Patient, Subscriber } from '../../records.ts'
import { hasCode } from './codes.ts'
import type { Parties } from './parties.ts'
import { focalOf, insuredOf, peopleOf, personOf, rankOf, type Insured, type Person, type Seen } from './people.ts'
import { containedIn, targetOf, type Target } from './references.ts'
import { objects, text, type Raw, type Reading } from './values.ts'

/** What a ClaimResponse needs of the claim that it answers. */
export interface Asked {
  billed: Cents
  lines: ClaimLineRecord[]
  rank: PayerRank
}

/** What one file remembers while it is read; every memory is bounded. */
export interface Memory {
  parties: Parties
  patients: Seen<Person>
  coverages: Seen<Insured>
  claims: Seen<Asked>
}

/** One resource with what its references lead to. */
export class Scope {
  readonly raw: Raw
  readonly reading: Reading
  readonly memory: Memory
  readonly #contained: ReadonlyMap<string, Raw>

  constructor(raw: Raw, reading: Reading, memory: Memory) {
    this.raw = raw
    this.reading = reading
    this.memory = memory
    this.#contained = containedIn(raw)
  }

  target(reference: unknown): Target {
    return targetOf(reference, this.#contained)
  }

  payer(): string | null {
    return this.memory.parties.payer(this.target(this.raw.insurer))
  }

  provider(reference: unknown): string | null {
    return this.memory.parties.provider(this.target(reference))
  }

  /** Patient and insured, and who pays in which order. The rank is that of the payer of this resource. */
  people(payerId: string | null): { patient: Patient; subscriber: Subscriber | null; rank: PayerRank; payers: ClaimPayerRecord[] } {
    const { focal, position, all } = focalOf(this.raw.insurance)
    const insured = this.#insured(focal.coverage)
    const patient = this.target(this.raw.patient)
    const subscriber = insured?.subscriber ? this.#person(insured.subscriber) : null
    const rank = this.#rank(focal, position, insured)
    const payers = all.flatMap((entry, index) => {
      const coverage = entry === focal ? insured : this.#insured(entry.coverage)
      const own = entry === focal ? rank : (rankOf(entry.sequence) ?? rankOf(index + 1))
      if (own === null) return []
      const payor = entry === focal ? payerId : coverage?.payor ? this.memory.parties.payer(coverage.payor) : null
      return [
        { rank: own, payerId: payor, memberId: coverage?.memberId ?? null, groupId: coverage?.groupId ?? null, filingCode: null, paid: null, paidOn: null },
      ]
    })
    return { ...peopleOf(patient, this.#person(patient), insured, subscriber), rank, payers: all.length > 1 ? oneOfEachRank(payers) : [] }
  }

  /** Who rendered the service and who referred the patient, and the members of the care team by their number. */
  team(): { rendering: string | null; referring: string | null; renderers: ReadonlyMap<number, string> } {
    const members = objects(this.raw.careTeam).map((member) => ({ member, sequence: member.sequence, roles: member.role }))
    const of = (...roles: string[]) => members.find(({ roles: own }) => hasCode(own, ...roles))?.member
    const rendering = of('rendering') ?? of('performing') ?? of('primary') ?? members.find(({ roles }) => roles === undefined)?.member ?? of('attending')
    const renderers = new Map<number, string>()
    for (const { member, sequence, roles } of members) {
      const id = typeof sequence === 'number' && (roles === undefined || hasCode(roles, 'rendering', 'performing')) ? this.provider(member.provider) : null
      if (id !== null) renderers.set(sequence as number, id)
    }
    return { rendering: this.provider(rendering?.provider), referring: this.provider(of('referring')?.provider), renderers }
  }

  /** The first supporting information of a category. */
  information(category: string): Raw | null {
    return objects(this.raw.supportingInfo).find((info) => hasCode(info.category, category)) ?? null
  }

  #person(target: Target): Person | null {
    return target.contained ? personOf(target.contained, this.reading) : this.memory.patients.find(target)
  }

  #insured(reference: unknown): Insured | null {
    const target = this.target(reference)
    if (target.contained) return insuredOf(target.contained, this.#contained)
    const memberId = text(target.identifiers[0]?.value)
    const known = this.memory.coverages.find(target)
    return known ?? (memberId === null ? null : { memberId, groupId: null, rank: null, relationship: null, subscriber: null, payor: null })
  }

  /** Stated by the resource, its coverage or its place among the insurances; a payer that nobody ranks is taken as the first. */
  #rank(focal: Raw, position: number, insured: Insured | null): PayerRank {
    return rankOf(this.raw.precedence) ?? insured?.rank ?? rankOf(focal.sequence) ?? rankOf(position + 1) ?? 'primary'
  }
}

const oneOfEachRank = (payers: ClaimPayerRecord[]) => payers.filter(({ rank }, index) => payers.findIndex((other) => other.rank === rank) === index)
