import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operations } from '../../src/operations.ts'

interface Shape {
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  additionalProperties?: Shape | boolean
}

/** Where an answer names single claims: a field for the id of one, or an object `claim` or a list `claims` of things with ids. */
function claimFields(shape: Shape, path = ''): string[] {
  const inner = [...(shape.items ? [shape.items] : []), ...(shape.anyOf ?? [])].flatMap((one) => claimFields(one, path))
  const fields = Object.entries(shape.properties ?? {}).flatMap(([field, value]) => {
    const here = `${path}.${field}`
    const isClaim =
      /^(?:claim(?:Reference)?_?ids?|\w*ClaimIds?)$/i.test(field) || (/^claims?$/.test(field) && thingsOf(value).some(({ properties }) => properties?.['id']))
    return [...(isClaim ? [here] : []), ...claimFields(value, here)]
  })
  return [...inner, ...fields]
}

const thingsOf = (shape: Shape): Shape[] => [shape, ...(shape.items ? thingsOf(shape.items) : []), ...(shape.anyOf ?? []).flatMap(thingsOf)]
const fieldsOf = (output: z.ZodType) => claimFields(z.toJSONSchema(output, { unrepresentable: 'any', io: 'input' }) as Shape)

describe('the audit trail', () => {
  it('is told of claims by every operation whose answer names some', () => {
    const silent = operations
      .filter(({ concerns }) => concerns === undefined)
      .flatMap(({ name, output }) => fieldsOf(output).map((field) => `${name}: ${field}`))
    expect(silent).toEqual([])
  })

  it.each([
    [z.object({ list: z.array(z.object({ claimId: z.string().nullable() })) }), ['.list.claimId']],
    [z.object({ removedClaimId: z.string() }), ['.removedClaimId']],
    [z.object({ claims: z.array(z.object({ id: z.string() })) }), ['.claims']],
    [z.object({ claim: z.object({ id: z.string() }).nullable() }), ['.claim']],
    [z.object({ claims: z.number(), claimCount: z.number(), newClaims: z.number() }), []],
  ])('knows such an answer: %#', (output, fields) => {
    expect(fieldsOf(output)).toEqual(fields)
  })

  it('is not told of claims by what shows none', () => {
    const needless = operations.filter(({ concerns, output, name }) => concerns !== undefined && fieldsOf(output).length === 0 && !name.startsWith('audit.'))
    expect(needless.map(({ name }) => name)).toEqual([])
  })
})
