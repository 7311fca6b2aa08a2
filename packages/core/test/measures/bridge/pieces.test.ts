import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../src/dates.ts'
import { nextDays, readPage, readPieces } from '../../../src/measures/bridge/pieces.ts'

describe('pieces of a window', () => {
  it('cover it from its end to its start, each day once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 366 }), fc.constantFrom(undefined, 3, 100), async (length, mostDays) => {
        const window = { start: '2025-03-01', end: addDays('2025-03-01', length) }
        const pieces = await readPieces(window, async ({ start, end }) => daysBetween(start, end), mostDays)
        expect(pieces[0]!.window.end).toBe(window.end)
        expect(pieces.at(-1)!.window.start).toBe(window.start)
        pieces.slice(1).forEach((piece, at) => expect(piece.window.end).toBe(pieces[at]!.window.start))
        expect(Math.max(...pieces.map(({ found }) => found))).toBeLessThanOrEqual(mostDays ?? 7)
      }),
    )
  })

  it.each([
    [7, 60, 7],
    [7, 240, 3],
    [7, 5000, 1],
    [1, 40, 3],
    [1, 400, 1],
    [3, 0, 7],
  ])('after %i days in %i ms have %i days', (days, elapsed, next) => {
    expect(nextDays(days, elapsed)).toBe(next)
  })

  it.each([
    [7, 12, 70],
    [70, 12, 400],
    [70, 1200, 7],
  ])('and up to 400 where so many are said: after %i days in %i ms %i days', (days, elapsed, next) => {
    expect(nextDays(days, elapsed, 400)).toBe(next)
  })
})

describe('a page', () => {
  it('is cut from the rows of all pieces, and reads no piece without need', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        async (counts, page, limit) => {
          const pieces = counts.map((count, piece) => ({ piece, count }))
          const rows = pieces.flatMap(({ piece, count }) => Array.from({ length: count }, (_, at) => `${piece}.${at}`))
          const read: number[] = []
          const found = await readPage(pieces, { page, limit }, async ({ piece, count }, part) => {
            read.push(piece)
            return Array.from({ length: count }, (_, at) => `${piece}.${at}`).slice(part.offset, part.offset + part.limit)
          })
          expect(found).toEqual(rows.slice((page - 1) * limit, page * limit))
          expect(read).toEqual([...new Set(found.map((row) => Number(row.split('.')[0])))])
        },
      ),
    )
  })
})
