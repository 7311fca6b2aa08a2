import { todayOf } from '../../context.ts'
import { OverturnError } from '../../errors.ts'
import { dollars, parseCents } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { claimsOf, type DefinitionKey } from './definitions.ts'
import { periodOf } from './period.ts'
import { readPage, readPieces } from './pieces.ts'
import { reasonsBetween, type ReasonKey } from './reasons.ts'
import { stepsBetweenUnits, type UnitStep } from './rules.ts'
import { bridgeClaimsInput, bridgeClaimsOutput } from './schemas.ts'
import { countClaims, readDifferences, type Question, type StoredDifference, type Which } from './sql.ts'
import { stepText } from './texts.ts'

export const bridgeClaims = defineOperation({
  name: 'metrics.bridgeClaims',
  kind: 'read',
  concerns: (_input, { claims }) => claims.map(({ id }) => id),
  summary: 'Lists the claims of one step between two definitions of a denial rate: exactly those that make the difference.',
  input: bridgeClaimsInput,
  output: bridgeClaimsOutput,
  async run(context, { step, from, to, payer, page, limit, ...given }) {
    const { db, organization, now } = context
    const window = periodOf(given, todayOf(context))
    const question: Question = { organizationId: organization.id, payer, from, to }
    const which = claimsOfStep(step, from, to)
    const counted = await readPieces(window, async (piece) => ({ count: await countClaims(db, question, piece, which) }))
    const pieces = counted.map(({ window: days, found }) => ({ days, ...found }))
    const claims = await readPage(pieces, { page, limit }, ({ days }, part) => readDifferences(db, question, days, which, part))
    const total = pieces.reduce((sum, { count }) => sum + count, 0)
    return { window, text: stepText(step), claims: claims.map(claimOf), pagination: paginate(total, { page, limit }), asOf: now.toISOString() }
  },
})

function claimsOfStep(step: ReasonKey | UnitStep, from: DefinitionKey, to: DefinitionKey): Which {
  const units = stepsBetweenUnits(from, to)
  if (step === units.out) return { deniedBy: claimsOf(from) }
  if (step === units.in) return { deniedBy: claimsOf(to) }
  const possible = reasonsBetween(claimsOf(from), claimsOf(to))
  const reason = possible.find((key) => key === step)
  if (reason) return { reason }
  const message = `is no step from "${from}" to "${to}"; there can be: ${[units.out, ...possible, units.in].filter(Boolean).join(', ')}`
  throw new OverturnError('invalid_input', `The input is not valid: step: "${step}" ${message}.`, { fields: [{ field: 'step', message }] })
}

function claimOf({ billedAmount, paidAmount, deniedAmount, ...claim }: StoredDifference) {
  const amount = (text: string) => dollars(parseCents(text)!)
  return { ...claim, billedAmount: amount(billedAmount), paidAmount: amount(paidAmount), deniedAmount: amount(deniedAmount) }
}
