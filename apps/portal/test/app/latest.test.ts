import { expect, it } from 'vitest'
import { latestOf } from '../../app/utils/latest.ts'

it('knows the newest asking, and the others for overtaken', () => {
  const asking = latestOf()
  const first = asking.begin()
  expect(first()).toBe(true)
  const second = asking.begin()
  expect([first(), second()]).toEqual([false, true])
  expect(latestOf().begin()()).toBe(true)
  expect(second()).toBe(true)
})
