import type { Candidate, ClaimKey } from './claims.ts'

/** The claims that a slice knows, by what decisions and submissions look for. */
export class KnownClaims {
  readonly #ids = new Set<string>()
  readonly #byNumber = new Map<string, Set<Candidate>>()
  readonly #byVisit = new Map<string, Set<Candidate>>()

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** A claim that its source names: nothing else is looked for among its likes. */
  name({ id }: Candidate): void {
    this.#ids.add(id)
  }

  /** To be told again when a submission changed what the claim is found by. */
  add(candidate: Candidate): void {
    const offer = (to: Map<string, Set<Candidate>>, key: string) => to.set(key, (to.get(key) ?? new Set()).add(candidate))
    this.name(candidate)
    if (candidate.patientControlNumber !== null) offer(this.#byNumber, candidate.patientControlNumber)
    offer(this.#byVisit, visitOf(candidate))
  }

  /** Claims of its patient control number; without one, those of its member and day. */
  like(key: ClaimKey): Candidate[] {
    const { patientControlNumber: number } = key
    return [...((number === null ? this.#byVisit.get(visitOf(key)) : this.#byNumber.get(number)) ?? [])]
  }

  /** Those that a submission may be of: also claims of its member and day that bear no number. */
  likeSubmission(key: ClaimKey): Candidate[] {
    if (key.patientControlNumber === null) return this.like(key)
    const nameless = [...(this.#byVisit.get(visitOf(key)) ?? [])].filter(({ patientControlNumber }) => patientControlNumber === null)
    return [...this.like(key), ...nameless]
  }
}

const visitOf = ({ memberId, serviceDate }: ClaimKey): string => JSON.stringify([memberId, serviceDate])
