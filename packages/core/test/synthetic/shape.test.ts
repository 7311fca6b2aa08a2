import { describe, expect, it } from 'vitest'
import { rateOn, type Shape } from '../../src/synthetic/shape.ts'

describe('shapes', () => {
  it.each<[Shape, number, number]>([
    [{ kind: 'constant', rate: 0.5 }, -500, 0.5],
    [{ kind: 'starts', at: -100, rate: 0.5 }, -101, 0],
    [{ kind: 'starts', at: -100, rate: 0.5 }, -100, 0.5],
    [{ kind: 'fixed', at: -100, rate: 0.5 }, -101, 0.5],
    [{ kind: 'fixed', at: -100, rate: 0.5 }, -100, 0],
    [{ kind: 'grows', from: 0.25, to: 0.75 }, -1000, 0.25],
    [{ kind: 'grows', from: 0.25, to: 0.75 }, -250, 0.5],
    [{ kind: 'grows', from: 0.25, to: 0.75 }, 0, 0.75],
  ])('%o on day %i is %f', (shape, day, rate) => {
    expect(rateOn(shape, day, -500)).toBe(rate)
  })
})
