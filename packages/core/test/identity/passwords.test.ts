import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, hashOneTime, hashPassword, makeOneTimePassword, SHORTEST_PASSWORD } from '../../src/identity/passwords.ts'

const until = new Date('2026-03-31T12:00:00Z')
const at = (milliseconds: number) => new Date(until.getTime() + milliseconds)

describe('a password', () => {
  it('is right, or not', async () => {
    const kept = await hashPassword('a long enough password')
    expect(await checkPassword(kept, 'a long enough password', until)).toBe(true)
    expect(await checkPassword(kept, 'a long enough Password', until)).toBe(false)
  })

  it('for once is good until its moment', async () => {
    const kept = await hashOneTime('for once', until)
    expect(kept).not.toContain('for once')
    expect(await checkPassword(kept, 'for once', at(-1))).toBe(true)
    expect(await checkPassword(kept, 'for once', at(0))).toBe(false)
    expect(await checkPassword(kept, 'another', at(-1))).toBe(false)
  })

  it('that somebody types cannot pass for the moment', async () => {
    const kept = await hashPassword('until=9999999999999;x')
    expect(await checkPassword(kept, 'until=9999999999999;x', until)).toBe(true)
  })
})

describe('a one-time password', () => {
  it('is long enough, can be read aloud, and is another one each time', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const password = makeOneTimePassword()
        expect(password).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){4}$/)
        expect(password.length).toBeGreaterThanOrEqual(SHORTEST_PASSWORD)
        expect(makeOneTimePassword()).not.toBe(password)
      }),
      { numRuns: 50 },
    )
  })
})
