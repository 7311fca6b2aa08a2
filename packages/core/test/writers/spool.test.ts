import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Spool } from '../../src/writers/spool.ts'
import { testFolder } from './written.ts'

describe('a spool', () => {
  it('gives each bucket what was put into it, in order, whatever went to disk', async () => {
    const root = testFolder()
    let run = 0
    const items = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string(), fc.constantFrom(1, 3, 9000)), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(items, async (added) => {
        const spool = new Spool(join(root, String(run++)))
        const said = added.map(([key, text, times]) => [key, text.replaceAll('\u001E', ' ').repeat(times)] as const)
        for (const [key, text] of said) await spool.add(key, text)
        for (const key of ['a', 'b', 'c', 'none']) expect(await spool.take(key)).toEqual(said.filter(([own]) => own === key).map(([, text]) => text))
        expect(await spool.take('a')).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('keeps much on disk, and leaves nothing behind', async () => {
    const folder = join(testFolder(), 'spool')
    const spool = new Spool(folder)
    const item = 'ä'.repeat(10_000)
    for (let index = 0; index < 30; index++) await spool.add(`key ${index % 2}`, item)
    expect(readdirSync(folder).sort()).toEqual(['key 0', 'key 1'])
    expect(await spool.take('key 0')).toEqual(Array.from({ length: 15 }, () => item))
    expect(readdirSync(folder)).toEqual(['key 1'])
    await spool.remove()
    expect(existsSync(folder)).toBe(false)
  })

  it('says where it cannot write', async () => {
    const spool = new Spool('/dev/null/spool')
    await expect(spool.add('key', 'x'.repeat(100_000))).rejects.toMatchObject({ code: 'data_dir_unwritable' })
  })
})
