import { todayOf } from '../../context.ts'
import { defineOperation } from '../../operation.ts'
import { comparedWindow, ratedOf } from './rules.ts'
import { compareCodeInput, compareCodeOutput } from './schemas.ts'
import { countedLines, tallyOf, type TallyRow } from './sql.ts'

export const compareCode = defineOperation({
  name: 'codes.compare',
  kind: 'read',
  summary: 'Sets the denied lines of a procedure code beside the paid ones: modifiers, diagnoses, places of service and units.',
  input: compareCodeInput,
  output: compareCodeOutput,
  async run(context, { code: given, provider, payer }) {
    const { db, organization, now } = context
    const code = given.trim().toUpperCase()
    return db.transaction(async (tx) => {
      const counted = await tx.row<{ lines: number }>(countedLines(organization.id, code))
      // What one provider or payer has of a code is few: all twelve months are read.
      const window = comparedWindow(todayOf(context), provider === undefined && payer === undefined ? (counted?.lines ?? null) : null)
      const rows = await tx.rows<TallyRow>(tallyOf({ organizationId: organization.id, code, window, provider, payer }))
      const of = (aspect: TallyRow['aspect']) => rows.filter((row) => row.aspect === aspect).map(({ value, ...counts }) => ({ value, ...ratedOf(counts) }))
      const [all = { paid: 0, denied: 0 }] = rows.filter(({ aspect }) => aspect === 'all')
      return {
        procedureCode: code,
        window,
        ...ratedOf(all),
        modifiers: of('modifiers'),
        diagnoses: of('diagnoses'),
        placesOfService: of('placesOfService'),
        units: of('units'),
        asOf: now.toISOString(),
      }
    })
  },
})
