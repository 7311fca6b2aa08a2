import { defineOperation } from '../operation.ts'
import { roundRate } from '../patterns/row.ts'
import { paginate } from '../schemas.ts'
import { comparisonOf, type ComparisonRow, type NumberRow } from './compare.sql.ts'
import { assertCandidate } from './rules.ts'
import { compareInput, compareOutput, type Comparison } from './schemas.ts'
import { releasedVersion } from './shown.sql.ts'
import { readReleases } from './sql.ts'
import { versionOf } from './versions.ts'

export const compareRelease = defineOperation({
  name: 'releases.compare',
  kind: 'read',
  summary: 'Compares a candidate with what is released, number by number.',
  input: compareInput,
  output: compareOutput,
  async run({ db, organization, now }, { version, all, page, limit }) {
    const { id } = organization
    return db.transaction(async (tx) => {
      assertCandidate(await readReleases(tx, id), versionOf(version).version)
      const found = await tx.row<ComparisonRow>(comparisonOf(id, releasedVersion(id), { version, all, page, limit }))
      const { numbers, ...counts } = found!
      const total = counts.different + (all ? counts.equal : 0)
      return { version, ...counts, numbers: numbers.map(numberOf), pagination: paginate(total, { page, limit }), asOf: now.toISOString() }
    })
  },
})

/** Rates as screens round them; all else is exact. */
function numberOf({ subject, title, column, released, candidate, difference }: NumberRow): Comparison['numbers'][number] {
  const shown = (value: number) => (column.endsWith('_rate') ? roundRate(value)! : value)
  const valueOf = (value: NumberRow['released']) => (typeof value === 'number' ? shown(value) : value)
  return {
    subject,
    title,
    metric: column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    released: valueOf(released),
    candidate: valueOf(candidate),
    difference: difference === null ? null : shown(Number(difference)),
  }
}
