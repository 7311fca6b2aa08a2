import { describe, expect, it } from 'vitest'
import { claim835, claim837, file835, file837, billing837, header835, subscriber837 } from '../../../factories/x12.ts'
import { only, readX12 } from './reading.ts'

const LONG = 'X'.repeat(6000)
const replaced = (segments: readonly string[], from: string, to = LONG) => {
  expect(segments.some((segment) => segment.includes(from))).toBe(true)
  return segments.map((segment) => segment.replace(from, to))
}
const isShort = (record: object) => !('id' in record) || typeof record.id !== 'string' || record.id.length <= 100

describe('ids longer than the database can find claims by', () => {
  it.each(['PCN-1', 'ICN-1', '99213', ':25', 'L2', 'N517', '*197*'])('refuse the claim payment with %s, which can be mended', async (id) => {
    const bad = replaced(claim835, id, id.replace(/\w+/, LONG))
    const { records, decisions, issues, contents } = await readX12(file835({ claims: [bad, claim835] }))
    expect(decisions).toHaveLength(1)
    expect(issues).toEqual(['x12.id-too-long'])
    expect(only(records, 'issue')).toMatchObject({ severity: 'rejection' })
    const mended = await readX12(Buffer.from(contents[0]!.replace(LONG, /\w+/.exec(id)![0])))
    expect(mended.decisions).toHaveLength(1)
  })

  it.each(['PCN-1', 'J069', '1999999976', '99213', ':25', 'L1'])('refuse the claim with %s, which can be mended', async (id) => {
    const bad = replaced(claim837, id, id.replace(/\w+/, LONG))
    const { records, claims, issues, contents } = await readX12(file837({ claims: [bad, claim837] }))
    expect(claims).toHaveLength(1)
    expect(issues).toEqual(['x12.id-too-long'])
    expect(records.every(isShort)).toBe(true)
    expect((await readX12(Buffer.from(contents[0]!.replace(LONG, /\w+/.exec(id)![0])))).claims).toHaveLength(1)
  })

  it.each(['1999999984', 'HM001'])('refuse every claim below a level with %s', async (id) => {
    const { records, claims, issues } = await readX12(file837({ levels: replaced([...billing837, ...subscriber837], id), claims: [claim837, claim837] }))
    expect(claims).toEqual([])
    expect(issues).toEqual(['x12.id-too-long', 'x12.id-too-long'])
    expect(records.every(isShort)).toBe(true)
  })

  it.each([
    ['TRACE-77', 'traceNumber', []],
    ['HM001', 'payerId', ['x12.835.no-payer']],
    ['XX*1999999984', 'payeeProviderId', []],
  ])('are left out of a payment, which says so: %s', async (id, field, more) => {
    const { records, decisions, issues } = await readX12(file835({ header: replaced(header835(), id, id.replace(/[\w-]+$/, LONG)) }))
    expect(issues).toEqual(['x12.id-too-long', ...more])
    expect(only(records, 'remittance')).toMatchObject({ [field]: null, payment: 8000 })
    expect(decisions).toHaveLength(1)
    expect(records.every(isShort)).toBe(true)
  })
})

it('an amount of a billion dollars is refused, and the message says so', async () => {
  const bad = replaced(claim835, '*180*80*', '*1000000000*80*')
  const { records, decisions } = await readX12(file835({ claims: [bad] }))
  expect(decisions).toEqual([])
  expect(only(records, 'issue')).toMatchObject({ code: 'x12.bad-amount', message: expect.stringContaining('below a billion dollars') })
})
