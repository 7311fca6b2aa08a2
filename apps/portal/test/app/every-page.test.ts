import { expect, it } from 'vitest'
import { everyPage } from '../../app/utils/every-page.ts'

it('reads one page after the other until the last', async () => {
  const asked: number[] = []
  const read = async (page: number) => {
    asked.push(page)
    return { rows: [page * 10, page * 10 + 1], pagination: { pages: 3 } }
  }
  expect(await everyPage(read, 'rows')).toEqual([10, 11, 20, 21, 30, 31])
  expect(asked).toEqual([1, 2, 3])
  expect(await everyPage(async () => ({ rows: [], pagination: { pages: 0 } }), 'rows')).toEqual([])
})
