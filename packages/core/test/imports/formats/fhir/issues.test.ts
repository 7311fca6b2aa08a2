import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fhirRemedies } from '../../../../src/imports/formats/fhir/issues.ts'

const document = readFileSync(new URL('../../../../../../docs/imports.md', import.meta.url), 'utf8')
const rows = new Map([...document.matchAll(/^\| `(fhir\.[\w.-]+)` *\|[^|]*\|[^|]*\| *(.*?) *\|$/gm)].map(([, code, remedy]) => [code, remedy]))
const folder = new URL('../../../../src/imports/formats/fhir/', import.meta.url)
const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8').replace(/export const fhirRemedies[^]*?as const/, ''))

describe('the codes of FHIR issues', () => {
  it.each(Object.entries<string>(fhirRemedies))('%s says in docs/imports.md what to do, as in the program', (code, remedy) => {
    expect(rows.get(code)).toBe(remedy)
  })

  it('have a row only while they exist', () => expect([...rows.keys()].sort()).toEqual(Object.keys(fhirRemedies).sort()))

  it('are all told by the program', () => {
    // The four of a cutter are written as one template.
    const cut = ['fhir.truncated', 'fhir.malformed', 'fhir.too-large']
    for (const code of Object.keys(fhirRemedies)) expect(cut.includes(code) || sources.some((source) => source.includes(`'${code}'`)), code).toBe(true)
  })
})
