import { todayOf } from '../../context.ts'
import { dollars } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { percentOf } from '../dashboard/rules.ts'
import { definitionKeys, definitionOf, unitOf } from './definitions.ts'
import { periodOf } from './period.ts'
import { readPieces } from './pieces.ts'
import { addTallies, totalsOf, waterfallOf, type Fraction } from './rules.ts'
import { bridgeInput, bridgeOutput } from './schemas.ts'
import { readTallies, type Question } from './sql.ts'
import { stepText } from './texts.ts'

export const metricsBridge = defineOperation({
  name: 'metrics.bridge',
  kind: 'read',
  summary: 'One period under every definition of a denial rate, and the claims that make the difference between two of them, step by step.',
  input: bridgeInput,
  output: bridgeOutput,
  async run(context, { from, to, payer, ...given }) {
    const { db, organization, now } = context
    const window = periodOf(given, todayOf(context))
    const question: Question = { organizationId: organization.id, payer, from, to }
    const pieces = await readPieces(window, (piece) => readTallies(db, question, piece))
    const tallies = addTallies(pieces.flatMap(({ found }) => found))
    const totals = totalsOf(tallies)
    const waterfall = waterfallOf(tallies, from, to)
    return {
      window,
      definitions: definitionKeys.map((key) => {
        const { name, definition, source } = definitionOf(key)
        return { key, name, definition, source, ...shown({ unit: unitOf(key), ...totals[key] }) }
      }),
      waterfall: {
        from: { key: from, ...shown(waterfall.from) },
        steps: waterfall.steps.map(({ key, claims, change, ...after }) => ({ key, text: stepText(key), claims, change, ...shown(after) })),
        to: { key: to, ...shown(waterfall.to) },
      },
      asOf: now.toISOString(),
    }
  },
})

function shown({ unit, numerator, denominator }: Fraction) {
  const inUnit = (value: number) => (unit === 'dollars' ? dollars(value) : value)
  return { unit, numerator: inUnit(numerator), denominator: inUnit(denominator), rate: percentOf(numerator, denominator) }
}
