import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { atOnce, inBreaths } from '../src/in-breaths.ts'

function* sumTo(last: number): Generator<void, number> {
  let sum = 0
  for (let number = 1; number <= last; number++) {
    const until = performance.now() + 1
    while (performance.now() < until) sum += 0
    sum += number
    yield
  }
  return sum
}

it('comes to the same at one go and in breaths, between which others have their turn', async () => {
  let turns = 0
  const work = { isDone: false }
  const others = (async () => {
    for (; !work.isDone; turns++) await turn()
  })()
  expect(await inBreaths(sumTo(40))).toBe(820)
  work.isDone = true
  await others
  // 40 ms of work in pieces of 5 to 6: six at least.
  expect(turns).toBeGreaterThan(4)
  expect(atOnce(sumTo(4))).toBe(10)
})
