import { describe, expect, it } from 'vitest'
import type { ClaimShape, LineShape } from '../../../src/patterns/mining/claim-shape.ts'
import { searchPatterns } from '../../../src/patterns/mining/search.ts'
import type { Condition } from '../../../src/patterns/scope/condition.ts'
import { independentClaims, sampleOf } from './shapes.ts'

const REASON = 'Authorization absent'

/** Denies on every second line that meets the scope what was not denied before. */
function plant(
  claims: readonly ClaimShape[],
  meets: (claim: ClaimShape, line: LineShape) => boolean,
  when: (claim: ClaimShape) => boolean = () => true,
): ClaimShape[] {
  let met = 0
  return claims.map((claim) => {
    const at = claim.lines.findIndex((line) => meets(claim, line))
    if (at < 0 || !when(claim) || ++met % 2 === 1) return claim
    return { ...claim, lines: claim.lines.map((line, index) => (index === at ? { ...line, reason: REASON } : line)) }
  })
}

const SIZE = 4000
const claims = independentClaims(1, SIZE, 0.03)
const find = (shapes: Iterable<ClaimShape>) => searchPatterns(sampleOf(shapes))
const scopes = (shapes: Iterable<ClaimShape>) => find(shapes).findings.map(({ scope }) => scope)
const payer: Condition = { field: 'payer', op: 'is', value: 'payer-2' }
const hasProcedure = ({ lines }: ClaimShape) => lines.some(({ procedureCode }) => procedureCode === '20610')

describe('the search for patterns', () => {
  it('finds nothing where nothing is, and says how much it looked at', () => {
    const { findings, searched, claims: size } = find(claims)
    expect(findings).toEqual([])
    expect(size).toBe(SIZE)
    expect(searched).toBeGreaterThan(2000)
  })

  it('finds nothing in nothing', () => expect(find([])).toEqual({ findings: [], searched: 0, claims: 0 }))

  it.each<[string, Condition[], (claim: ClaimShape, line: LineShape) => boolean]>([
    ['one condition', [payer], (claim) => claim.payer === 'payer-2'],
    [
      'a payer and a code',
      [payer, { field: 'procedureCode', op: 'is', value: '97110' }],
      (claim, line) => claim.payer === 'payer-2' && line.procedureCode === '97110',
    ],
    [
      'late submission',
      [payer, { field: 'daysToSubmission', op: 'above', value: 30 }],
      (claim) => claim.payer === 'payer-2' && claim.submittedLaterThan! >= 30,
    ],
    [
      'a category of diagnoses at a place',
      [
        { field: 'diagnosis', op: 'startsWith', value: 'M17' },
        { field: 'placeOfService', op: 'is', value: '22' },
      ],
      (_, line) => line.diagnoses[0]!.startsWith('M17') && line.placeOfService === '22',
    ],
    [
      'a visit beside a procedure without modifier 25',
      [
        payer,
        { field: 'procedureGroup', op: 'is', value: 'office-visit' },
        { field: 'procedureGroup', op: 'has', value: 'procedure' },
        { field: 'modifier', op: 'lacks', value: '25' },
      ],
      (claim, line) => claim.payer === 'payer-2' && line.procedureCode!.startsWith('9921') && hasProcedure(claim) && !line.modifiers.includes('25'),
    ],
  ])('finds %s, and only that', (_, scope, meets) => {
    const { findings } = find(plant(claims, meets))
    expect(findings.map((finding) => [finding.reason, finding.scope])).toEqual([[REASON, scope]])
    const [{ counts, ratio, q, p }] = findings as [(typeof findings)[number]]
    expect(counts.population + counts.restPopulation).toBe(SIZE)
    expect(ratio.low).toBeGreaterThan(2)
    expect(p).toBeLessThanOrEqual(q)
    expect(q).toBeLessThan(0.05)
  })

  it('finds two scopes of a reason beside each other', () => {
    const twice = plant(
      plant(claims, (claim, line) => claim.payer === 'payer-2' && line.procedureCode === '97110'),
      (claim, line) => claim.payer === 'payer-4' && line.procedureCode === '73562',
    )
    expect(scopes(twice).map((scope) => scope.map(({ value }) => value).join())).toEqual(expect.arrayContaining(['payer-2,97110', 'payer-4,73562']))
    expect(scopes(twice)).toHaveLength(2)
  })

  it('does not care in which order claims are added, nor whether equal ones are added one by one', () => {
    const planted = plant(claims.slice(0, 2000), (claim, line) => claim.payer === 'payer-2' && line.procedureCode === '97110')
    expect(find(planted.toReversed())).toEqual(find(planted))
    const doubled = planted.map((claim) => ({ ...claim, count: 2 }))
    expect(find([...planted, ...planted])).toEqual(find(doubled))
  })

  it('confirms on later claims what goes on, and not what has ended', () => {
    const meets = (claim: ClaimShape) => claim.payer === 'payer-2'
    const [lasting] = find(plant(claims, meets)).findings
    expect(lasting!.confirmation).toMatchObject({ confirmed: true })
    expect(lasting!.confirmation!.counts.population).toBe(claims.filter((claim) => claim.later && meets(claim)).length)
    const [ended] = find(plant(claims, meets, ({ later }) => !later)).findings
    expect(ended!.confirmation).toMatchObject({ confirmed: false })
  })

  it('leaves open what the earlier claims alone do not show, or where nothing is later', () => {
    const meets = (claim: ClaimShape) => claim.payer === 'payer-2'
    expect(find(plant(claims, meets, ({ later }) => later)).findings[0]!.confirmation).toBeNull()
    expect(find(plant(claims, meets).map((claim) => ({ ...claim, later: false }))).findings[0]!.confirmation).toBeNull()
  })
})
