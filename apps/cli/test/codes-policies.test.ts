import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const data = ['--data-dir', useData()]
const fixture = fileURLToPath(new URL('../../../packages/core/test/fixtures/portal/policies.json', import.meta.url))
const list = join(folder, 'licensed list.csv')
writeFileSync(list, 'code,description\n29,Text of the owner\nxyz,Nothing\n')

describe('overturn codes', { timeout: 180_000 }, () => {
  it('loads a licensed list, row by row, and shows its texts beside our labels', async () => {
    const loaded = await overturn(['codes', 'load', list, '--system', 'carc', '--source', 'The owner', ...data])
    expect(loaded).toMatchObject({
      code: 0,
      stdout: '2 rows of carc: 1 new, 0 changed, 0 as before, 1 rejected.\nRow 3, code: This is no carc code, such as 45 or B7.\n',
    })
    const { stdout } = await overturn(['codes', '29', '--limit', '1', ...data])
    expect(stdout).toMatch(/CARC 29 +Claim came after the filing deadline +Filing time limit passed +timing +appeal\n\n29: Text of the owner \(The owner\)/)
  })

  it('says what is missing', async () => {
    const { code, stderr } = await overturn(['codes', 'load', list, '--system', 'carc', ...data])
    expect({ code, stderr }).toEqual({ code: 2, stderr: '--source is missing: overturn codes load <file> --system <list> --source <who licensed it>.\n' })
    expect((await overturn(['codes', 'two', 'words', ...data])).code).toBe(2)
    expect((await overturn(['codes', 'load', join(folder, 'nowhere'), '--system', 'carc', '--source', 'x', ...data])).code).toBe(3)
  })
})

describe('overturn policies', { timeout: 180_000 }, () => {
  it('exports what was imported, and imports what was exported', async () => {
    expect((await overturn(['import', fixture, ...data])).code).toBe(0)
    const listed = await overturn(['policies', '--json', ...data])
    const { policies } = JSON.parse(listed.stdout) as { policies: { id: string }[] }
    expect(policies.length).toBeGreaterThan(0)
    const [json, csv] = [join(folder, 'policies.json'), join(folder, 'policies.csv')]
    expect(await overturn(['policies', 'export', '--format', 'csv', '--out', csv, ...data])).toMatchObject({
      code: 0,
      stdout: `${policies.length} policies in ${csv}.\n`,
    })
    expect((await overturn(['policies', 'export', '--out', json, ...data])).code).toBe(0)
    expect(readFileSync(json, 'utf8')).toBe((await overturn(['policies', 'export', ...data])).stdout)
    const again = await overturn(['import', csv, json, '--json', ...data])
    expect(JSON.parse(again.stdout)).toMatchObject({
      files: [
        { format: 'policies-csv', outcome: 'imported', rejected: [] },
        { format: 'portal-json', outcome: 'imported', rejected: [], merged: { other: { inserted: 0 } } },
      ],
    })
  })

  it('refuses another word, and a file that cannot be written', async () => {
    expect((await overturn(['policies', 'forget', ...data])).code).toBe(2)
    expect((await overturn(['policies', 'export', '--format', 'xml', ...data])).code).toBe(2)
    expect((await overturn(['policies', 'export', '--out', join(folder, 'no', 'such', 'folder'), ...data])).code).toBe(3)
  })
})
