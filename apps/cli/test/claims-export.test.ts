import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const data = ['--data-dir', useData()]
const file = join(folder, 'claims.csv')

describe('overturn claims export', { timeout: 120_000 }, () => {
  it('writes the claims that match into a file of its owner’s, without who the patients are', async () => {
    expect((await overturn(['generate', '--claims', '1200', '--months', '2', ...data])).code).toBe(0)
    const listed = JSON.parse((await overturn(['claims', '--date-range', 'all', '--json', ...data])).stdout) as { pagination: { total: number } }
    const { total } = listed.pagination
    expect(await overturn(['claims', 'export', '--date-range', 'all', '--out', file, ...data])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`${total.toLocaleString('en-US')} claims written to ${file}, de-identified.`),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(header).toMatch(/^claim,year,countedFrom,daysToSubmission,/)
    expect(total).toBeGreaterThan(1000)
    expect(lines).toHaveLength(total)
    expect(lines.filter((line) => line === header)).toEqual([])
  })

  it('says who they are when it is asked to, and never writes over a file', async () => {
    const lines = await overturn(['claims', 'export', '--identified', '--format', 'ndjson', '--date-range', 'all', ...data])
    expect(JSON.parse(lines.stdout.split('\n')[0]!)).toMatchObject({ patientName: expect.any(String), dateOfService: expect.any(String) })
    expect(await overturn(['claims', 'export', '--out', file, ...data])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('there is such a file already'),
    })
  })

  it.each([
    [['dance'], '"dance" is nothing to do with claims; there are: list, export.\n'],
    [['export', '--format', 'xml'], 'The input is not valid: --format: must be one of csv, ndjson.\n'],
  ])('says what is wrong with %j', async (words, stderr) => {
    expect(await overturn(['claims', ...words, ...data])).toMatchObject({ code: 2, stdout: '', stderr })
  })
})
