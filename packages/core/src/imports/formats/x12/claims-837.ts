import type { ClaimRecord } from '../../records.ts'
import { Claim } from './claim-837.ts'
import { ClaimFaults, Faults, textAt, type Elements } from './fields.ts'
import { LONGEST_CLAIM, named, type Finding, type Position, type X12IssueCode } from './issues.ts'
import { LevelPath, type Depth } from './level-path.ts'
import { Levels } from './levels-837.ts'
import { endsClaim, segments837 } from './segments-837.ts'
import { noteSource } from './source.ts'
import type { Segment } from './tokenizer.ts'
import type { ReaderContext, TransactionReader } from './transaction.ts'

/** Depth of a claim among what is kept for the content of a rejection; header and levels are above it. */
const CLAIM_DEPTH = 4

/**
 * One 837 transaction, 4010 or 5010: header, levels, claims. A segment that has no place where it stands breaks the structure: keeping
 * the rest would put its facts on the wrong claim. Memory holds one claim and the levels it stands in.
 */
export class ClaimReader implements TransactionReader {
  readonly #context: ReaderContext
  readonly #ref: number
  readonly #claimType: ClaimRecord['claimType']
  readonly #levels: Levels
  readonly #path: LevelPath
  #claim: Claim | null = null
  #claims = 0
  /** After damage, partial reading skips what belongs to a claim that was given up. */
  #skipping = false
  /** The level in which damage was met: claims below it may be somebody else's until another of its depth opens. */
  #damaged: Depth | null = null
  /** Why the last claim was given up; told when its last segment is known. */
  #loss: Finding | null = null

  constructor(context: ReaderContext, ref: number, claimType: ClaimRecord['claimType']) {
    this.#context = context
    this.#ref = ref
    this.#claimType = claimType
    this.#levels = new Levels(new Faults(context.out, `transaction ${ref}`))
    this.#path = new LevelPath()
  }

  take(elements: Elements, at: Segment): void {
    const id = elements[0] ?? ''
    const rule = segments837.get(id)
    if (!rule) return this.#breakAt(at, `${named(id)} has no place in an 837`, this.#expected())
    if (elements.length - 1 > rule.longest && elements.slice(rule.longest + 1).some(Boolean)) {
      return this.#breakAt(at, `${id} has too many elements`, 'a segment terminator')
    }
    switch (rule.place) {
      case 'level':
        return this.#openLevel(elements, at)
      case 'claim':
        return this.#openClaim(elements, at)
      case 'header':
        return this.#takeHeader(elements, at)
      default:
        return this.#claim || this.#skipping ? this.#takeForClaim(elements, at) : this.#takeForLevel(elements, at, rule.place === 'party')
    }
  }

  close(at: Position): void {
    this.#closeClaim()
    if (this.#claims === 0) this.#context.out.warn(this.#finding('x12.837.empty', 'The 837 transaction holds no claim.', at))
  }

  abandon(at: Position, found: string, cut: Elements = []): void {
    const [id = ''] = cut
    if (endsClaim(id)) this.#closeClaim()
    if (id === 'CLM') this.#claims++
    const lost = this.#claim || id === 'CLM' ? `; claim ${this.#claims} is not complete` : ''
    const finding = this.#finding('x12.truncated', `837 transaction ${this.#ref} is cut off${lost}. Expected ${this.#expected()} or SE, found ${found}`, at)
    if (this.#claim) this.#giveUp(finding)
    else this.#context.out.refuse(finding)
    this.#context.excerpt.keepPiece(cut)
    this.#closeClaim()
  }

  #takeHeader(elements: Elements, at: Segment): void {
    if (this.#path.depth > 0 || this.#claim || this.#skipping) return this.#breakAt(at, `${elements[0]} is out of order`, this.#expected())
    this.#context.excerpt.keep(at.text)
    this.#levels.take(elements, at)
    if (textAt(elements, 6) !== 'RP') return
    this.#context.out.warnOnce({ ...this.#finding('x12.837.encounter', 'The claims are reported encounters (BHT06 is RP).', at), field: 'BHT06' })
  }

  /** A patient under another subscriber than the one read last: his level was lost, and the patient would be given to the wrong one. */
  #openLevel(elements: Elements, at: Segment): void {
    this.#closeClaim()
    const depth = this.#path.depthOf(elements)
    if (depth === null) return this.#breakLevel(1, at, 'HL03 is not a level of an 837', '20, 22 or 23')
    const known = this.#path.open(depth, elements)
    this.#openExcerpt(depth, at)
    if (this.#damaged === null || depth <= this.#damaged) this.#damaged = null
    this.#levels.open(depth)
    if (known) return
    if (depth === 3) return this.#breakLevel(3, at, 'HL02 is not the subscriber that was read before', 'HL 22 of the patient')
    this.#context.out.warnOnce({ ...this.#finding('x12.837.wrong-parent', 'HL02 is not the level that this one follows.', at), field: 'HL02' })
  }

  #openClaim(elements: Elements, at: Segment): void {
    this.#closeClaim()
    this.#openExcerpt(CLAIM_DEPTH, at)
    this.#claims++
    if (this.#damaged !== null) {
      this.#skipping = true
      this.#loss = this.#finding('x12.837.broken-structure', `Claim ${this.#claims} stands below damage and was not taken in.`, at)
      return
    }
    this.#tellMissingLevels(at)
    const { parties, component, out } = this.#context
    const faults = new ClaimFaults(out, `claim ${this.#claims} of transaction ${this.#ref}`)
    this.#claim = new Claim(elements, at, { levels: this.#levels, claimType: this.#claimType, component, parties, faults })
  }

  #takeForClaim(elements: Elements, at: Segment): void {
    if (this.#claim && at.number - this.#claim.at.number > LONGEST_CLAIM) return this.#breakAt(at, 'a claim has no end', 'CLM, HL or SE')
    const lost = this.#claim?.levelLostAt(elements) ?? null
    if (lost !== null) return this.#breakLevel(lost, at, `${elements[0]} of another level stands in a claim`, 'HL')
    this.#context.excerpt.keep(at.text)
    this.#claim?.take(elements, at)
  }

  #takeForLevel(elements: Elements, at: Segment, isParty: boolean): void {
    if (!isParty) return this.#breakAt(at, `${elements[0]} stands outside of a claim`, 'CLM')
    this.#context.excerpt.keep(at.text)
    this.#levels.take(elements, at)
  }

  /** Each level that is missing is told once in a transaction. */
  #tellMissingLevels(at: Position): void {
    for (const level of this.#path.newlyMissing(this.#levels.lacksPatient)) {
      this.#context.out.warn({
        ...this.#finding('x12.837.missing-level', `A claim stands below no level of a ${level}, the first one here.`, at),
        field: 'HL03',
      })
    }
  }

  #closeClaim(): void {
    const claim = this.#claim?.finish()
    if (claim) {
      noteSource(claim, this.#claim!.at, this.#context.excerpt)
      this.#context.out.emit(claim)
    }
    this.#claim?.faults.settle(this.#context.excerpt)
    if (this.#loss) this.#context.out.refuse({ ...this.#loss, content: this.#context.excerpt.text() })
    this.#loss = null
    this.#claim = null
    this.#skipping = false
  }

  #giveUp(finding: Finding): void {
    if (!this.#context.out.partial) this.#context.out.refuse(finding)
    this.#claim?.faults.settle(null)
    this.#claim = null
    this.#loss = finding
    this.#skipping = true
  }

  /** Damage. In a partial reading the open claim is given up, because what is lost may have been part of it; outside of one, its level. */
  #breakAt(at: Segment, what: string, expected: string): void {
    const lost = this.#claim ? `; claim ${this.#claims} was given up` : ''
    const message = `837 transaction ${this.#ref}: ${what}${this.#context.out.partial ? lost : ''}. Expected ${expected}`
    const finding = this.#finding('x12.837.broken-structure', message, at)
    if (this.#claim) this.#giveUp(finding)
    else this.#context.out.refuse(finding)
    if (!this.#skipping) this.#damaged = this.#path.depth || null
    this.#context.excerpt.keep(at.text)
  }

  /** A level is lost: what follows is nobody's that can be told, until a level of its depth opens. */
  #breakLevel(depth: Depth, at: Segment, what: string, expected: string): void {
    this.#breakAt(at, what, expected)
    this.#damaged = depth
  }

  #openExcerpt(depth: number, at: Segment): void {
    this.#context.excerpt.open(depth)
    this.#context.excerpt.keep(at.text)
  }

  #expected(): string {
    if (this.#claim) return 'a segment of the claim, CLM, HL'
    return this.#path.depth === 0 ? 'BHT, NM1, HL' : 'a segment of the level, CLM, HL'
  }

  #finding(code: X12IssueCode, message: string, at: Position): Finding {
    return { code, message, at, record: `transaction ${this.#ref}` }
  }
}
