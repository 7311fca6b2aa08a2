import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { untilCounted } from '../../app/utils/until-counted.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A reading that is counted after so many further readings; Infinity for never. */
function reading(counted: number) {
  let readings = 0
  const following = untilCounted(async () => {
    readings++
    following.next({ recomputing: readings < counted })
  })
  return { following, readings: () => readings }
}
const HOUR = 3_600_000

it.each([{ recomputing: false }, {}, [], null, undefined, 'recomputing'])('what is counted is not read again: %j', async (answer) => {
  const { following, readings } = reading(1)
  following.next(answer)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(readings()).toBe(0)
})

it('what is about to change is read again until it is counted', async () => {
  const { following, readings } = reading(3)
  following.next({ recomputing: true })
  await vi.advanceTimersByTimeAsync(2_900)
  expect(readings()).toBe(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(readings()).toBe(1)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(readings()).toBe(3)
})

it('a count that does not end is not asked for without end, and a new write begins anew', async () => {
  const { following, readings } = reading(Infinity)
  following.next({ recomputing: true })
  await vi.advanceTimersByTimeAsync(HOUR)
  const most = readings()
  expect(most).toBe(8)
  following.next({ recomputing: false })
  following.next({ recomputing: true })
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(readings()).toBe(2 * most)
})

it('ends with its screen', async () => {
  const { following, readings } = reading(Infinity)
  following.next({ recomputing: true })
  following.stop()
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(readings()).toBe(0)
})
