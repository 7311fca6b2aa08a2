import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { csvRemedies } from '../../../../src/imports/formats/csv/issues.ts'

const folder = fileURLToPath(new URL('../../../../src/imports/formats/csv/', import.meta.url))
const document = readFileSync(new URL('../../../../../../docs/imports.md', import.meta.url), 'utf8')
const rows = new Map([...document.matchAll(/^\| `(csv\.[\w.-]+)` *\|[^|]*\|[^|]*\| *(.*?) *\|$/gm)].map(([, code, remedy]) => [code!, remedy!]))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'issues.ts')
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')

describe('the codes of CSV issues', () => {
  it.each(Object.entries<string>(csvRemedies))('%s says in docs/imports.md what to do, as in the program', (code, remedy) =>
    expect(rows.get(code)).toBe(remedy),
  )
  it('have a row only while they exist', () => expect([...rows.keys()].sort()).toEqual(Object.keys(csvRemedies).sort()))
  it.each(Object.keys(csvRemedies).filter((code) => code !== 'csv.words-not-listed'))('%s is told somewhere', (code) => expect(sources).toContain(`'${code}'`))
})
