import { describe, expect, it } from 'vitest'
import { completePoints, highestToDraw, type RatePoint } from '../../app/utils/rate-points.ts'

const point = (rate: number | null, total: number, mature = true): RatePoint => ({ date: '2026-01-01', rate, total, denied: 0, mature })

describe('the points of a denial rate', () => {
  it('are complete up to the first that is still being decided', () => {
    const points = [point(10, 50), point(11, 50), point(30, 9, false), point(12, 50)]
    expect(completePoints(points)).toEqual(points.slice(0, 2))
    expect(completePoints(points.slice(0, 2))).toHaveLength(2)
  })

  it('are scaled by those that are complete: 4 of 8 early decisions do not dwarf them', () => {
    expect(highestToDraw([point(10, 50), point(12, 60), point(50, 8, false)])).toBe(12)
  })

  it('are scaled by the fuller ones where none is complete', () => {
    expect(highestToDraw([point(14, 180, false), point(16, 90, false), point(60, 8, false)])).toBe(16)
  })

  it('with fewer than five decisions never set the scale', () => {
    expect(highestToDraw([point(10, 50), point(100, 4), point(11, 30)])).toBe(11)
  })
})
