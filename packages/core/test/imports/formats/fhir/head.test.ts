import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectFhir, layoutOf } from '../../../../src/imports/formats/fhir/head.ts'
import { importers } from '../../../../src/imports/registry.ts'
import { benefit, bundle, claim, ndjson } from './resources.ts'

const fixtures = (format: string) => new URL(`../../../fixtures/${format}/`, import.meta.url)
const headOf = (format: string, name: string) => readFileSync(new URL(name, fixtures(format))).subarray(0, 4096)
const detectedBy = (head: Uint8Array) => importers.filter(({ detect }) => detect(head, 'anything.txt')).map(({ name }) => name)

describe('recognizing FHIR', () => {
  it.each(readdirSync(fixtures('fhir')))('knows %s, and nobody else does', (name) => {
    expect(detectedBy(headOf('fhir', name))).toEqual(['fhir'])
  })

  it.each(readdirSync(fixtures('portal')))('leaves %s to the portal', (name) => {
    expect(detectedBy(headOf('portal', name))).toEqual(['portal-json'])
  })

  it.each([
    ['a resource', JSON.stringify(claim()), true],
    ['a byte-order mark', `\ufeff ${JSON.stringify(claim())}`, true],
    ['a list of resources', JSON.stringify([claim()]), true],
    ['a Bundle that begins with its entries', '{"entry":[{"resource":{"id":"1","resourceType":"Claim"', true],
    ['fields in the order of their names', `{"adjudication":[],"contained":[${JSON.stringify(claim())}`, true],
    ['the word deep inside', '{"claims":[{"id":1,"note":{"resourceType":"Claim"}}]}', false],
    ['the word as a text', '{"note":"resourceType"}', false],
    ['another object', '{"id":1}', false],
    ['an empty object', '{}', false],
    ['X12', 'ISA*00*', false],
    ['nothing', '', false],
  ])('looks at the first fields: %s', (_name, text, known) => {
    expect(detectFhir(Buffer.from(text))).toBe(known)
  })

  it.each([
    ['a Bundle', JSON.stringify(bundle(claim())), 'lists'],
    ['a Bundle over many lines', JSON.stringify(bundle(claim()), null, 2), 'lists'],
    ['a list', JSON.stringify([claim()], null, 1), 'lists'],
    ['one line', JSON.stringify(claim()), 'lines'],
    ['lines', ndjson(claim(), claim()), 'lines'],
    ['lines longer than the head', ndjson(claim({ text: 'x'.repeat(5000) }), claim()), 'lines'],
    ['Bundles one a line', ndjson(bundle(claim()), bundle(claim())), 'lines'],
    ['one resource over many lines', JSON.stringify(benefit(), null, 2), 'single'],
  ])('tells how the resources stand in it: %s', (_name, text, layout) => {
    expect(layoutOf(Buffer.from(text))).toBe(layout)
  })
})
