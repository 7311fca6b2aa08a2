import { DAYS, type SimulatedClaim } from './claims.ts'
import { deniedByReason, type Said } from './judge.ts'

const LEAST_DENIALS = 5
const LOOK_BACK_DAYS = 30
const TIMES_OVERALL = 2

/** The guide's detector: a reason is a pattern once some look-back of 30 days holds five of its denials. It knows no scope. */
export function guidePatterns(claims: readonly SimulatedClaim[]): Said[] {
  return [...deniedByReason(claims)]
    .filter(([, denied]) => mostInLookBack(denied.map((index) => claims[index]!.day)) >= LEAST_DENIALS)
    .map(([reason]) => ({ reason, scope: [] }))
}

function mostInLookBack(days: readonly number[]): number {
  const perDay = Array.from({ length: DAYS }, () => 0)
  for (const day of days) perDay[day]!++
  let inWindow = 0
  let most = 0
  perDay.forEach((denials, day) => {
    inWindow += denials - (perDay[day - LOOK_BACK_DAYS] ?? 0)
    most = Math.max(most, inWindow)
  })
  return most
}

/** What a spreadsheet finds: every cell of payer and procedure code with five denials of a reason at twice its overall rate or more. */
export function cellPatterns(claims: readonly SimulatedClaim[]): Said[] {
  const population = new Map<string, number>()
  claims.forEach((claim) => cellsOf(claim, () => true).forEach((cell) => add(population, cell)))
  return [...deniedByReason(claims)].flatMap(([reason, denied]) => {
    const deniedIn = new Map<string, number>()
    for (const index of denied) {
      const claim = claims[index]!
      for (const cell of cellsOf(claim, (line) => (claim.reason ?? line.reason) === reason)) add(deniedIn, cell)
    }
    const overall = denied.length / claims.length
    return [...deniedIn]
      .filter(([cell, count]) => count >= LEAST_DENIALS && count >= TIMES_OVERALL * overall * population.get(cell)!)
      .map(([cell]): Said => {
        const [payer = '', code = ''] = cell.split(' ')
        return {
          reason,
          scope: [
            { field: 'payer', op: 'is', value: payer },
            { field: 'procedureCode', op: 'is', value: code },
          ],
        }
      })
  })
}

const cellsOf = (claim: SimulatedClaim, wanted: (line: SimulatedClaim['lines'][number]) => boolean): Set<string> =>
  new Set(claim.lines.filter(wanted).map(({ procedureCode }) => `${claim.payer} ${procedureCode}`))

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
