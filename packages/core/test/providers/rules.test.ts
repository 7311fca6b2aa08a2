import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectations, isImproved, judge, performanceWindow, type Expectation, type StratumCount } from '../../src/providers/rules.ts'
import { Random } from '../../src/synthetic/random.ts'

const stratum = (provider: string, payer: string, claims: number, denied: number, serviceClass = 'visits'): StratumCount => ({
  provider,
  payer,
  claimType: 'professional',
  serviceClass,
  claims,
  denied,
})
const byProvider = <T extends Expectation>(list: readonly T[]) => Object.fromEntries(list.map((one) => [one.provider, one]))

describe('the window', () => {
  it('is twelve months up to and with today', () => {
    expect(performanceWindow('2026-03-31')).toEqual({ start: '2025-04-01', end: '2026-04-01' })
    expect(performanceWindow('2024-02-29')).toEqual({ start: '2023-03-01', end: '2024-03-01' })
  })
})

describe('expected denials', () => {
  it('are the claims times the rate of the others in the stratum', () => {
    const { A, B } = byProvider(expectations([stratum('A', 'P1', 100, 20), stratum('B', 'P1', 200, 20)]))
    // The others of A are B with 10 %, at every level; those of B are A with 20 %.
    expect(A!.expected).toBeCloseTo(10, 12)
    expect(B!.expected).toBeCloseTo(40, 12)
    // 100 x 0.1 x 0.9 x (1 + 100 / 200): the others' rate is uncertain, too.
    expect(A!.variance).toBeCloseTo(13.5, 12)
    expect(B!.variance).toBeCloseTo(200 * 0.2 * 0.8 * 3, 12)
  })

  it('shrink the rate of a thin stratum to that of the payer, and that to that of everybody', () => {
    const { A } = byProvider(
      expectations([stratum('A', 'P1', 10, 0, 'surgery'), stratum('B', 'P1', 20, 10, 'surgery'), stratum('B', 'P1', 80, 0), stratum('B', 'P2', 100, 30)]),
    )
    // Everybody else: 40 of 200, 20 %. Payer P1: (10 + 20 x 0.2) / (100 + 20). Its surgery: (10 + 20 x 0.11667) / (20 + 20).
    const payer = 14 / 120
    expect(A!.expected).toBeCloseTo((10 * (10 + 20 * payer)) / 40, 12)
  })

  it('of one who alone does something are the rate of the payer, held loosely', () => {
    const { A } = byProvider(expectations([stratum('A', 'P1', 200, 60, 'dialysis'), stratum('B', 'P1', 2000, 200)]))
    expect(A!.expected).toBeCloseTo(20, 12)
    expect(A!.variance).toBeCloseTo(200 * 0.1 * 0.9 * (1 + 200 / 20), 12)
  })

  it('are unknown where there is nobody else', () => {
    expect(expectations([stratum('A', 'P1', 100, 20)])).toMatchObject([
      { claims: 100, denied: 20, expected: null, variance: null, payers: [{ expected: null }] },
    ])
    expect(expectations([])).toEqual([])
  })

  it('are stated per payer, and add up', () => {
    const [A] = expectations([
      stratum('A', 'P1', 10, 5),
      stratum('A', 'P2', 30, 3),
      stratum('A', 'P1', 40, 4, 'surgery'),
      stratum('B', 'P1', 400, 80),
      stratum('B', 'P2', 400, 20),
    ])
    expect(A!.payers.map(({ payer, claims, denied }) => [payer, claims, denied])).toEqual([
      ['P1', 50, 9],
      ['P2', 30, 3],
    ])
    expect(A!.payers[0]!.expected! + A!.payers[1]!.expected!).toBeCloseTo(A!.expected!, 9)
  })

  it('hold every claim once, do not depend on the order, and lie between nothing and everything', () => {
    const letter = fc.constantFrom('A', 'B', 'C', 'D')
    const one = fc
      .record({
        provider: letter,
        payer: letter,
        serviceClass: letter,
        claims: fc.integer({ min: 1, max: 300 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ provider, payer, serviceClass, claims, share }) => stratum(provider, payer, claims, Math.round(claims * share), serviceClass))
    const strata = fc.uniqueArray(one, { selector: ({ provider, payer, serviceClass }) => provider + payer + serviceClass, maxLength: 40 })
    fc.assert(
      fc.property(strata, (some) => {
        const found = byProvider(expectations(some))
        const reversed = byProvider(expectations(some.toReversed()))
        for (const [provider, { claims, denied, expected, payers }] of Object.entries(found)) {
          const own = some.filter((row) => row.provider === provider)
          expect(claims).toBe(own.reduce((sum, row) => sum + row.claims, 0))
          expect(denied).toBe(own.reduce((sum, row) => sum + row.denied, 0))
          expect(payers.reduce((sum, row) => sum + row.claims, 0)).toBe(claims)
          if (expected === null) {
            expect(reversed[provider]!.expected).toBeNull()
            continue
          }
          expect(expected).toBeGreaterThanOrEqual(0)
          expect(expected).toBeLessThanOrEqual(claims * (1 + 1e-9))
          expect(reversed[provider]!.expected).toBeCloseTo(expected, 9)
        }
      }),
    )
  })
})

describe('verdicts', () => {
  it('follow the case mix where raw rates mislead', () => {
    // P1 denies 30 % of everybody's claims, P2 5 %. Hard has mostly P1's, the Easy ones mostly P2's; Careless has P2's only and is denied thrice as often.
    const found = byProvider(
      judge(
        expectations([
          stratum('Hard', 'P1', 900, 270),
          stratum('Hard', 'P2', 100, 5),
          ...['Easy', 'Easy too', 'Easy as well'].flatMap((name) => [stratum(name, 'P1', 100, 30), stratum(name, 'P2', 2900, 145)]),
          stratum('Careless', 'P2', 200, 30),
        ]),
      ),
    )
    const raw = (name: string) => found[name]!.denied / found[name]!.claims
    expect([raw('Hard'), raw('Careless'), raw('Easy')]).toEqual([0.275, 0.15, 175 / 3000])
    expect(found['Hard']!.verdict).toBe('as_expected')
    for (const name of ['Easy', 'Easy too', 'Easy as well']) expect(found[name]!.verdict).toBe('as_expected')
    expect(found['Careless']!.verdict).toBe('above_expected')
    expect(found['Hard']!.ratio).toBeGreaterThan(0.9)
    expect(found['Hard']!.ratio).toBeLessThan(1.1)
    expect(found['Careless']!.ratio).toBeCloseTo(3, 1)
  })

  it('see what is better, and give ratio, interval and limits', () => {
    const { A, B } = byProvider(judge(expectations([stratum('A', 'P1', 200, 10), stratum('B', 'P1', 800, 80)])))
    expect(A).toMatchObject({ ratio: 0.5, overDispersion: 1, verdict: 'below_expected' })
    // 10 observed of 20 expected: 4.795 / 20 to 18.39 / 20; spread sqrt(200 x 0.09 x 1.25) / 20.
    expect(A!.interval!.low).toBeCloseTo(0.2398, 4)
    expect(A!.interval!.high).toBeCloseTo(0.9195, 4)
    const reach = (1.959963984540054 * Math.sqrt(22.5)) / 20 / 2
    expect(A!.funnel!.low).toBeCloseTo((1 - reach) ** 2, 12)
    expect(A!.funnel!.high).toBeCloseTo((1 + reach) ** 2, 12)
    // Of two, each is the measure of the other.
    expect(B).toMatchObject({ ratio: 2, verdict: 'above_expected' })
  })

  it.each([
    ['under 20 claims', 19, 19, 0.5],
    ['under 5 expected denials', 40, 10, 0.1],
  ])('are not given for %s', (_, claims, denied, rate) => {
    const { A } = byProvider(judge(expectations([stratum('A', 'P1', claims, denied), stratum('B', 'P1', 1000, 1000 * rate)])))
    expect(A!.verdict).toBe('not_enough_claims')
    expect(A!.ratio).toBeGreaterThan(1)
  })

  it('are not given where nobody else was denied, or nobody else is there', () => {
    expect(judge(expectations([stratum('A', 'P1', 100, 50), stratum('B', 'P1', 100, 0)]))[0]).toMatchObject({
      ratio: null,
      funnel: null,
      verdict: 'not_enough_claims',
    })
    expect(judge(expectations([stratum('A', 'P1', 100, 50)]))).toMatchObject([{ ratio: null, interval: null, verdict: 'not_enough_claims' }])
  })

  it('widen with over-dispersion: where everybody differs, nobody stands out', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => stratum(`D${at}`, 'P1', 1000, at % 2 === 0 ? 80 : 120))
    const found = judge(expectations(twenty))
    expect(found[0]!.overDispersion).toBeGreaterThan(2)
    expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(['as_expected']))
    const outlier = judge(expectations([...twenty, stratum('Out', 'P1', 1000, 300)]))
    expect(outlier.filter(({ verdict }) => verdict !== 'as_expected').map(({ provider }) => provider)).toEqual(['Out'])
  })

  it('rarely point at anybody where there is no real difference, whatever the case mix', () => {
    const rates: Record<string, number> = { P1: 0.04, P2: 0.1, P3: 0.3 }
    const classes: Record<string, number> = { visits: 1, surgery: 1.5, radiology: 0.7 }
    let judged = 0
    let flagged = 0
    let factors = 0
    const organizations = 60
    const providers = 20
    for (let seed = 0; seed < organizations; seed++) {
      const random = new Random().start(seed, 1, 1)
      const strata = Array.from({ length: providers }, (_, at) => at).flatMap((at) =>
        Object.entries(rates).flatMap(([payer, rate]) =>
          Object.entries(classes).map(([serviceClass, factor]) => {
            const claims = 5 + Math.floor(random.unit() ** 3 * 300)
            let denied = 0
            for (let claim = 0; claim < claims; claim++) if (random.chance(rate * factor)) denied++
            return stratum(`D${at}`, payer, claims, denied, serviceClass)
          }),
        ),
      )
      const found = judge(expectations(strata)).filter(({ verdict }) => verdict !== 'not_enough_claims')
      judged += found.length
      flagged += found.filter(({ verdict }) => verdict !== 'as_expected').length
      factors += found[0]!.overDispersion
    }
    expect(judged).toBeGreaterThan(1100)
    // 5 % is what the limits promise; raw rates against the mean would point at most of them.
    expect(flagged / judged).toBeLessThan(0.06)
    expect(flagged / judged).toBeGreaterThan(0.02)
    expect(factors / organizations).toBeLessThan(1.1)
  })
})

describe('a pattern improved by a provider', () => {
  it.each([
    ['a clear fall', { claims: 100, denied: 30 }, { claims: 100, denied: 10 }, true],
    ['a rise', { claims: 100, denied: 10 }, { claims: 100, denied: 30 }, false],
    ['no difference', { claims: 100, denied: 10 }, { claims: 100, denied: 10 }, false],
    ['a fall that chance explains', { claims: 100, denied: 12 }, { claims: 100, denied: 9 }, false],
    ['too few claims before', { claims: 19, denied: 19 }, { claims: 100, denied: 1 }, false],
    ['too few claims now', { claims: 100, denied: 50 }, { claims: 19, denied: 0 }, false],
    ['just enough claims', { claims: 20, denied: 10 }, { claims: 20, denied: 1 }, true],
  ])('%s', (_, baseline, current, improved) => {
    expect(isImproved({ baseline, current })).toBe(improved)
  })
})
