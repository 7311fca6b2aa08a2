import { expect, test } from 'vitest'
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
