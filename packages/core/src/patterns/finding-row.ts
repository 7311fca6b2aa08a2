import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rate, window } from '../schemas.ts'
import { percentOf } from '../measures/dashboard/rules.ts'

const whole = z.number().int()

/** What the latest search that found a pattern with a scope said of it. Rates are percentages, of claims. */
export const findingOutput = z.object({
  /** The code that most of its denials carry; null until its claims are computed. */
  carc: z.string().nullable(),
  /** Days of service that were searched. */
  window,
  /** Adjudicated claims in the scope, and those of them denied for the reason; then the same of all other claims. */
  population: whole,
  denials: whole,
  rate,
  restPopulation: whole,
  restDenials: whole,
  restRate: rate,
  /** How many times the rest's rate, with a 95 % interval; null where the rest has no denial, or nothing bounds it. */
  ratio: z.object({ estimate: z.number().nullable(), low: z.number(), high: z.number().nullable() }),
  /** One-sided mid-p value, and what is left of it after a search over so many candidates: the share of false discoveries among findings like it. */
  p: z.number(),
  q: z.number(),
  searched: whole,
  /** Whether claims confirm it that were served later than those that it was found in; null while they are too few to say. */
  confirmed: z.boolean().nullable(),
  later: z.object({ window, population: whole, denials: whole, rate, restRate: rate, p: z.number() }).nullable(),
  lastFoundAt: z.string(),
})
export type FindingOutput = z.infer<typeof findingOutput>

/** pattern_findings as JSON. */
interface Stored {
  carc: string | null
  windowStart: string
  windowEnd: string
  population: number
  denied: number
  restPopulation: number
  restDenied: number
  ratio: number | null
  ratioLow: number
  ratioHigh: number | null
  p: number
  q: number
  searched: number
  confirmed: boolean | null
  laterStart: string | null
  laterEnd: string | null
  laterPopulation: number | null
  laterDenied: number | null
  laterRestPopulation: number | null
  laterRestDenied: number | null
  laterP: number | null
  lastFoundAt: string
}
export type StoredFinding = Stored | null

/** A column `finding` of the pattern `p`; null where no search has found it. */
export const findingColumn = sql.raw(`(
  select json_build_object('carc', f.carc, 'windowStart', f.window_start, 'windowEnd', f.window_end, 'population', f.population, 'denied', f.denied,
    'restPopulation', f.rest_population, 'restDenied', f.rest_denied, 'ratio', f.ratio, 'ratioLow', f.ratio_low, 'ratioHigh', f.ratio_high, 'p', f.p, 'q', f.q,
    'searched', f.searched, 'confirmed', f.confirmed, 'laterStart', f.later_start, 'laterEnd', f.later_end, 'laterPopulation', f.later_population,
    'laterDenied', f.later_denied, 'laterRestPopulation', f.later_rest_population, 'laterRestDenied', f.later_rest_denied, 'laterP', f.later_p, 'lastFoundAt', f.last_found_at)
  from pattern_findings f where f.organization_id = p.organization_id and f.pattern_id = p.id) as finding`)

export function findingOf(stored: StoredFinding): FindingOutput | null {
  if (stored === null) return null
  const { population, denied, restPopulation, restDenied, p, q, searched, carc, confirmed } = stored
  return {
    carc,
    window: { start: stored.windowStart, end: stored.windowEnd },
    population,
    denials: denied,
    rate: percentOf(denied, population),
    restPopulation,
    restDenials: restDenied,
    restRate: percentOf(restDenied, restPopulation),
    ratio: { estimate: rounded(stored.ratio), low: rounded(stored.ratioLow), high: rounded(stored.ratioHigh) },
    p,
    q,
    searched,
    confirmed,
    later: laterOf(stored),
    lastFoundAt: new Date(stored.lastFoundAt).toISOString(),
  }
}

function laterOf(stored: Stored): FindingOutput['later'] {
  const { laterStart: start, laterEnd: end, laterPopulation: population, laterDenied: denials, laterRestPopulation, laterRestDenied, laterP: p } = stored
  if (start === null || end === null || population === null || denials === null || p === null) return null
  return {
    window: { start, end },
    population,
    denials,
    rate: percentOf(denials, population),
    restRate: percentOf(laterRestDenied ?? 0, laterRestPopulation ?? 0),
    p,
  }
}

/** Two decimals, as people say "3.25 times as often". */
function rounded(ratio: number): number
function rounded(ratio: number | null): number | null
function rounded(ratio: number | null): number | null {
  return ratio === null ? null : Math.round(ratio * 100) / 100
}
