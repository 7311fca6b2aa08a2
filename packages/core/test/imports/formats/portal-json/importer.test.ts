import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../../src/errors.ts'
import { portalJsonImporter } from '../../../../src/imports/formats/portal-json/importer.ts'
import { issuesOf, ofKind, readPortal } from './read.ts'

const folder = new URL('../../../fixtures/portal/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(name, folder))
const claim = (id: string) => ({ id, status: 'paid', billedAmount: 10, paidAmount: 10, processingDate: '2026-01-02' })
const refusal = (content: unknown, partial = false) =>
  readPortal(content, { partial }).then(
    () => null,
    (error: unknown) => (error instanceof OverturnError ? `${error.code}: ${error.message}` : String(error)),
  )

describe('reading a portal JSON export', () => {
  it('reads every list of every file, arrays and objects alike', async () => {
    const counts: Record<string, number> = {}
    for (const file of readdirSync(folder)) for (const { kind } of await readPortal(fixture(file))) counts[kind] = (counts[kind] ?? 0) + 1
    expect(counts).toMatchObject({ claim: 9, decision: 7, pattern: 2, policy: 2, provider: 2, learning_event: 4, code_reference: 2 })
  })

  it('gives the same records whatever the chunks', async () => {
    const whole = await readPortal(fixture('claims.json'), { chunk: 1_000_000 })
    for (const chunk of [1, 7, 4096]) expect(await readPortal(fixture('claims.json'), { chunk })).toEqual(whole)
  })

  it.each(['claims.json', 'patterns.json', 'policies.json', 'providers.json', 'activity.json'])('recognizes %s by its content', (name) => {
    expect(portalJsonImporter.detect(fixture(name).subarray(0, 4096), 'anything.txt')).toBe(true)
  })

  it.each([
    ['X12', 'ISA*00*', false],
    ['FHIR', '{"resourceType":"Bundle","entry":[{"resource":{"claims":[]}}]}', false],
    ['another list', '[{"id":1,"name":"x"}]', false],
    ['an empty list', ' [ ] ', true],
    ['an empty export', '{"claims":[]}', true],
    ['nothing', '', false],
    ['a byte-order mark', '\ufeff{"patterns":[', true],
  ])('looks at the first keys: %s', (_name, text, recognized) => {
    expect(portalJsonImporter.detect(Buffer.from(text), 'claims.json')).toBe(recognized)
  })

  it('refuses what is no UTF-8 JSON, also when reading partially', async () => {
    expect(await refusal('')).toBe('unreadable_file: The file is empty (at the beginning of the file)')
    expect(await refusal(Buffer.from('\ufeff{"claims":[]}', 'utf16le'), true)).toMatch(/^unreadable_file: The file is UTF-16 text or binary/)
    expect(await refusal('{\0"claims":[]}')).toMatch(/^unreadable_file: The file is UTF-16 text or binary.*byte offset 1/)
    expect(await refusal('<html>', true)).toMatch(/^unreadable_file: The file is not JSON/)
  })

  it('refuses a truncated file as a unit, or keeps its whole objects', async () => {
    const text = JSON.stringify({ claims: [claim('A'), claim('B'), claim('C')] })
    const cut = text.slice(0, text.indexOf('"C"') + 2)
    expect(await refusal(cut)).toBe(
      `unreadable_file: The file ends in the middle, where a value goes on (byte offset ${text.indexOf('{"id":"C"')}, element 3 of "claims")`,
    )
    const records = await readPortal(cut, { partial: true })
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['A', 'B'])
    expect(issuesOf(records)).toEqual(['rejection portal.truncated'])
  })

  it('refuses a file with a broken object as a unit, or passes over the object', async () => {
    const text = `{"claims":[${JSON.stringify(claim('A'))},{"id":"B" "status":1},${JSON.stringify(claim('C'))}]}`
    expect(await refusal(text)).toMatch(/^unreadable_file: The JSON is broken \(byte offset \d+, element 2 of "claims"\)$/)
    const records = await readPortal(text, { partial: true })
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['A', 'C'])
    expect(ofKind(records, 'issue')).toMatchObject([
      { severity: 'rejection', code: 'portal.malformed', where: { record: 'claims[2]', byteOffset: text.indexOf('{"id":"B"') } },
    ])
  })

  it('tells what it cannot take in and reads on', async () => {
    const records = await readPortal({
      version: 3,
      claims: [7, null, claim('A'), { ...claim('B'), id: 'B\u0000' }, { ...claim('C'), denialReason: '\ud800' }],
      moods: [{ happy: true }],
      patterns: { id: 1 },
    })
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['A'])
    expect(issuesOf(records)).toEqual([
      'warning portal.not-kept version',
      'rejection portal.not-an-object',
      'rejection portal.not-an-object',
      'rejection portal.unstorable-text',
      'rejection portal.unstorable-text',
      'rejection portal.unknown-object',
      'warning portal.not-kept patterns',
    ])
  })

  it('reads escapes that only look like a NUL, and text that is not UTF-8', async () => {
    const records = await readPortal([{ ...claim('A'), note: 'a \\u0000 written out' }])
    expect(ofKind(records, 'claim')[0]?.extra).toEqual({ note: 'a \\u0000 written out' })
    const latin = await readPortal(Buffer.from(JSON.stringify([{ ...claim('A'), patientName: 'Zoë' }]), 'latin1'))
    expect(ofKind(latin, 'claim')[0]?.patient.name).toBe('Zoë')
    expect(issuesOf(latin)).toEqual(['warning portal.not-utf8'])
  })

  it('says when there is nothing in it', async () => {
    expect(issuesOf(await readPortal('[]'))).toEqual(['warning portal.empty'])
  })

  it('lists a thousand issues of one kind and counts the rest', async () => {
    const records = await readPortal({ claims: Array.from({ length: 1500 }, () => ({ id: 'A', billedAmount: 'much' })) }, { chunk: 65_536 })
    expect(ofKind(records, 'issue')).toHaveLength(1001)
    expect(ofKind(records, 'issue').at(-1)?.message).toBe('500 more of these were found and not listed')
  })
})
