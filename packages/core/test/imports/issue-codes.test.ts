import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { portalRemedies } from '../../src/imports/formats/portal-json/issues.ts'
import { csvRemedies } from '../../src/imports/formats/csv/issues.ts'
import { fhirRemedies } from '../../src/imports/formats/fhir/issues.ts'
import { policiesCsvRemedies } from '../../src/imports/formats/policies-csv/issues.ts'
import { x12Remedies } from '../../src/imports/formats/x12/issues.ts'

const sources = fileURLToPath(new URL('../../src/imports/', import.meta.url))
const document = readFileSync(new URL('../../../../docs/imports.md', import.meta.url), 'utf8')

/** Code and remedy of each row of the tables under "Issues": `code` | severity | when | what to do. */
const rows = new Map(
  [...document.matchAll(/^\| `((?:x12|portal|fhir|csv|synthea|policies|merge|file)\.[\w.-]+)` *\|[^|]*\|[^|]*\| *(.*?) *\|$/gm)].map(([, code, remedy]) => [
    code!,
    remedy!.replaceAll('\\*', '*'),
  ]),
)

/** Codes that stand in the sources; the ending is a code's, not a file's. */
const written = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(join(sources, file), 'utf8').matchAll(/'((?:x12|portal|fhir|csv|synthea|policies|merge|file)\.[a-z0-9][a-z0-9.-]*)'/g)].map(
      (match) => match[1]!,
    ),
  )
const codes = [...new Set(written)].sort()

describe('the codes of import issues', () => {
  it.each(codes)('have a row in docs/imports.md: %s', (code) => expect(rows.get(code)).toBeTruthy())

  it('have a row only while they exist', () => expect([...rows.keys()].sort()).toEqual(codes))

  it.each(Object.entries<string>({ ...x12Remedies, ...portalRemedies, ...policiesCsvRemedies, ...fhirRemedies, ...csvRemedies }))(
    '%s says there what to do, as in the program',
    (code, remedy) => {
      expect(rows.get(code)).toBe(remedy)
    },
  )
})
