import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { createEvent } from 'h3'
import { describe, expect, it, test } from 'vitest'
import { accountOf, withoutTrust } from '../../server/utils/credentials.ts'
import { guarded } from '../../server/utils/guessing.ts'
import { sharedAnswer } from '../../server/utils/shared-answer.ts'
import { createThrottle } from '../../server/utils/throttle.ts'

const at = Date.parse('2026-03-31T12:00:00Z')

test('an address waits after its last allowed failure, until the time since the first is over', () => {
  const throttle = createThrottle({ limit: 3, seconds: 60 })
  for (const seconds of [0, 10, 20]) {
    expect(throttle.wait('a', at + seconds * 1000)).toBe(0)
    throttle.fail('a', at + seconds * 1000)
  }
  expect(throttle.wait('a', at + 20_500)).toBe(40)
  expect(throttle.wait('b', at + 20_500)).toBe(0)
  expect(throttle.wait('a', at + 60_000)).toBe(0)
})

test('a success forgives', () => {
  const throttle = createThrottle({ limit: 1, seconds: 60 })
  throttle.fail('a', at)
  throttle.forgive('a')
  expect(throttle.wait('a', at)).toBe(0)
})

test('a flood of addresses pushes out the oldest only', () => {
  const throttle = createThrottle({ limit: 1, seconds: 60, remembered: 2 })
  for (const address of ['a', 'b', 'c']) throttle.fail(address, at)
  expect([throttle.wait('a', at), throttle.wait('b', at), throttle.wait('c', at)]).toEqual([0, 60, 60])
})

test('a failure that is taken back was none, and takes nothing else along', () => {
  const throttle = createThrottle({ limit: 1, seconds: 60 })
  const takeBack = throttle.fail('a', at)
  expect(throttle.wait('a', at)).toBe(60)
  takeBack()
  expect(throttle.wait('a', at)).toBe(0)
  const late = throttle.fail('a', at)
  throttle.fail('a', at + 60_000)
  late()
  expect(throttle.wait('a', at + 60_000)).toBe(60)
})

describe('guessing', () => {
  const newEvent = () => {
    const request = new IncomingMessage(new Socket())
    return createEvent(request, new ServerResponse(request))
  }
  /** What came of one try: `undefined` for one that was not made. */
  const tryAs = async (account: string, failed: boolean | Error) => {
    let made: boolean | undefined
    await guarded(newEvent(), account, async () => {
      made = true
      await new Promise(setImmediate)
      if (failed instanceof Error) throw failed
      return { failed, answer: null }
    }).catch(() => undefined)
    return made
  }
  const made = (tries: (boolean | undefined)[]) => tries.filter(Boolean).length

  it('is no faster many at a time', async () => {
    expect(made(await Promise.all(Array.from({ length: 25 }, () => tryAs('many at once', true))))).toBe(10)
  })

  it('is not what succeeds, or breaks', async () => {
    for (let times = 0; times < 40; times++) await tryAs('right', times % 2 === 0 ? false : new Error('the database is down'))
    for (let times = 0; times < 9; times++) await tryAs('nearly', true)
    await tryAs('nearly', false)
    expect(made(await Promise.all(Array.from({ length: 10 }, () => tryAs('nearly', true))))).toBe(10)
  })

  it.each<[string, string | null]>([
    ['/sign-in/email', 'a@practice.example'],
    ['/change-password', 'user'],
    ['/two-factor/enable', 'user'],
    ['/two-factor/verify-totp', 'user'],
    ['/sign-in/social', null],
    ['/callback/oidc', null],
    ['/sign-out', null],
  ])('%s tries the secret of %s', (path, account) => {
    expect(accountOf(path, { email: 'a@practice.example', userId: 'user' })).toBe(account)
  })
})

test('no browser is let off the second factor', () => {
  expect(withoutTrust({ code: '123456', trustDevice: true })).toEqual({ code: '123456' })
})

test('what all ask is asked once while it is awaited and for a while after, and an error too', async () => {
  let [asked, now] = [0, 0]
  const answers: { resolve(value: number): void; reject(error: Error): void }[] = []
  const ask = sharedAnswer(
    () => new Promise<number>((resolve, reject) => (asked++, answers.push({ resolve, reject }))),
    1000,
    () => now,
  )
  const first = [ask(), ask()]
  now = 5000
  first.push(ask())
  answers[0]!.resolve(7)
  expect([await Promise.all(first), asked]).toEqual([[7, 7, 7], 1])
  now = 5999
  expect([await ask(), asked]).toEqual([7, 1])
  now = 6000
  const second = ask()
  answers[1]!.reject(new Error('gone'))
  await expect(second).rejects.toThrow('gone')
  await expect(ask()).rejects.toThrow('gone')
  expect(asked).toBe(2)
})
