import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../../src/errors.ts'
import { fhirImporter } from '../../../../src/imports/formats/fhir/importer.ts'
import { amount, benefit, bundle, claim, ndjson } from './resources.ts'
import { issuesOf, ofKind, readFhir } from './read.ts'

const folder = new URL('../../../fixtures/fhir/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(name, folder))
const refusal = (content: unknown, partial = false) =>
  readFhir(content, { partial }).then(
    () => null,
    (error: unknown) => (error instanceof OverturnError ? `${error.code}: ${error.message}` : String(error)),
  )
const claims = (...ids: string[]) => ids.map((id) => claim({ id }))
const idsOf = async (content: unknown, partial = false) => ofKind(await readFhir(content, { partial }), 'claim').map(({ id }) => id?.replace('fhir-claim-', ''))

describe('reading FHIR', () => {
  it('reads every fixture', async () => {
    const counts: Record<string, number> = {}
    for (const file of readdirSync(folder)) for (const { kind } of await readFhir(fixture(file))) counts[kind] = (counts[kind] ?? 0) + 1
    expect(counts).toEqual({ claim: 5, decision: 4, payer: 5, provider: 5, issue: 2 })
  })

  it.each(readdirSync(folder))('gives the same records of %s whatever the chunks', async (name) => {
    const whole = await readFhir(fixture(name), { chunk: 1_000_000 })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6000 }), async (chunk) => {
        expect(await readFhir(fixture(name), { chunk })).toEqual(whole)
      }),
      { numRuns: 12 },
    )
    expect(await readFhir(fixture(name), { chunk: 1 })).toEqual(whole)
  })

  it('reads the same claims as a Bundle, a list, lines, Bundles a line, Bundles one after another and over many lines', async () => {
    const [a, b, c] = claims('a', 'b', 'c') as [object, object, object]
    const filler = { note: 'x'.repeat(5000) }
    const contents = [
      bundle(a, b, c),
      [a, b, c],
      ndjson(a, b, c),
      `${ndjson(a, b, c)}\n\n`,
      ndjson(a, b, c).replaceAll('\n', '\r\n'),
      ndjson({ ...a, ...filler }, b, c),
      ndjson(bundle(a), bundle(b, c)),
      `${JSON.stringify(bundle({ ...a, ...filler }))}\n${JSON.stringify(bundle(b, c))}`,
      JSON.stringify(bundle(a, b, c), null, 2),
    ]
    for (const content of contents) expect(await idsOf(content)).toEqual(['a', 'b', 'c'])
    expect(await idsOf(JSON.stringify(a, null, 2))).toEqual(['a'])
    expect(await idsOf(`\ufeff${JSON.stringify(a)}`)).toEqual(['a'])
  })

  it('refuses what is empty, no JSON, or UTF-16', async () => {
    expect(await refusal('')).toBe('unreadable_file: The file is empty')
    expect(await refusal(' \n\n')).toBe('unreadable_file: The file is empty')
    expect(await refusal('{"resourceType"')).toMatch(/^unreadable_file: The JSON is broken or breaks off \(byte offset 0, line 1, resource 1\)$/)
    expect(await refusal(Buffer.from('[{"resourceType":"Claim"}]', 'utf16le'))).toMatch(/^unreadable_file/)
  })

  it('refuses a Bundle that breaks off as a unit, or keeps its whole entries', async () => {
    const text = JSON.stringify(bundle(...claims('a', 'b')))
    const cut = text.slice(0, text.indexOf('"b"'))
    expect(await refusal(cut)).toMatch(/^unreadable_file: The file ends in the middle.*element 2 of "entry"/)
    expect(await idsOf(cut, true)).toEqual(['a'])
    expect(issuesOf(await readFhir(cut, { partial: true }))).toEqual(['rejection fhir.truncated'])
  })

  it('refuses a broken line with its number, or passes over it', async () => {
    const [a, b] = claims('a', 'b').map((resource) => JSON.stringify(resource)) as [string, string]
    const text = `${a}\n{"resourceType":"Claim",\n${b}`
    expect(await refusal(text)).toMatch(/^unreadable_file: The JSON is broken.*line 2, resource 2\)$/)
    expect(await idsOf(text, true)).toEqual(['a', 'b'])
    const [issue] = ofKind(await readFhir(text, { partial: true }), 'issue')
    expect(issue).toMatchObject({
      severity: 'rejection',
      code: 'fhir.malformed',
      where: { line: 2, byteOffset: a.length + 1 },
      content: '{"resourceType":"Claim",',
    })
  })

  it('does not hold a line without end', async () => {
    async function* endless() {
      yield Buffer.from(`${JSON.stringify(claim())}\n{"resourceType":"Claim","note":"`)
      for (let megabytes = 0; megabytes < 40; megabytes++) yield Buffer.alloc(1024 * 1024, 'x')
    }
    const records = []
    for await (const batch of fhirImporter.read(endless(), { partial: true })) records.push(...batch)
    expect(ofKind(records, 'claim')).toHaveLength(1)
    expect(issuesOf(records)).toEqual(['rejection fhir.too-large'])
  })

  it('rejects what is nested without end, and text that no database holds', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const records = await readFhir(`{"resourceType":"Claim","x":${deep}}\n${ndjson(claim({ id: 'n\u0000' }), claim({ note: '\ud800' }), claim())}`)
    expect(ofKind(records, 'claim')).toHaveLength(1)
    expect(issuesOf(records)).toEqual(['rejection fhir.too-large', 'rejection fhir.unstorable-text', 'rejection fhir.unstorable-text'])
  })

  it('tells what it does not take in: once a type, each element that is no resource', async () => {
    const records = await readFhir([
      claim(),
      7,
      { resourceType: 5 },
      { resourceType: 'Encounter' },
      { resourceType: 'Encounter' },
      { resourceType: 'no type!' },
    ])
    expect(issuesOf(records)).toEqual([
      'rejection fhir.not-a-resource resourceType',
      'rejection fhir.not-a-resource resourceType',
      'warning fhir.not-kept Encounter',
      'warning fhir.not-kept unknown',
    ])
    expect(ofKind(records, 'issue')[2]?.message).toBe('2 of type Encounter')
  })

  it('says when a file adds nothing', async () => {
    expect(issuesOf(await readFhir({ resourceType: 'Patient', id: 'p1' }))).toEqual(['warning fhir.empty'])
    expect(issuesOf(await readFhir(bundle()))).toEqual(['warning fhir.empty'])
  })

  it.each(['cancelled', 'entered-in-error', 'draft'])('keeps a resource out that is %s', async (status) => {
    const records = await readFhir(ndjson(claim({ status }), benefit({ status, total: [amount('submitted', 1), amount('benefit', 1)] })))
    expect(records.map(({ kind }) => kind)).toEqual(['issue', 'issue'])
    expect(issuesOf(records)).toEqual(['warning fhir.not-active status', 'warning fhir.not-active status'])
  })

  it.each([
    ['STU3', { information: [] }],
    ['STU3', { item: [{ sequence: 1, service: {} }] }],
    ['STU3', { insurance: { coverage: {} } }],
    ['DSTU2', { ruleset: {} }],
    ['FHIR 3.0.1', { fhirVersion: '3.0.1' }],
  ])('refuses %s by name', async (name, fields) => {
    const records = await readFhir(benefit(fields))
    expect(issuesOf(records)).toEqual(['rejection fhir.other-version resourceType'])
    expect(ofKind(records, 'issue')[0]?.message).toBe(`The resource is of ${name}, not of R4`)
  })

  it('lists a thousand issues of one kind and counts the rest', async () => {
    const records = await readFhir(ndjson(...Array.from({ length: 1500 }, () => claim({ total: 'much' }))), { chunk: 65_536 })
    expect(ofKind(records, 'issue')).toHaveLength(1001)
    expect(ofKind(records, 'issue').at(-1)?.message).toBe('500 more of these were found and not listed')
  })

  it('reads text that is not UTF-8 as Latin-1', async () => {
    const latin = Buffer.from(JSON.stringify(claim({ insurer: { display: 'Élan' } })), 'latin1')
    const records = await readFhir(latin)
    expect(ofKind(records, 'payer')[0]?.name).toBe('Élan')
    expect(issuesOf(records)).toEqual(['warning fhir.not-utf8'])
  })
})
