import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { overturn, useFolder } from './overturn.ts'

const folder = useFolder()
const json = (stdout: string) => JSON.parse(stdout) as Record<string, never>
const group = ['generate', '--claims', '150', '--months', '6', '--as-of', '2026-03-31']
/** A database that is not there: writing files needs none. */
const nowhere = { cwd: folder, env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' } }

describe('overturn generate --format', { timeout: 180_000 }, () => {
  it('writes files and their truth, without a database', async () => {
    const [out, truth] = [join(folder, 'x12'), join(folder, 'x12.json')]
    const { code, stdout, stderr } = await overturn([...group, '--format', 'x12', '--out', out, '--truth', truth, '--json'], nowhere)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(json(stdout)).toMatchObject({ format: 'x12', folder: out, claims: 150, seed: 1, asOf: '2026-03-31' })
    expect(readdirSync(out).sort()).toEqual(['claims', 'remittances'])
    expect(JSON.parse(readFileSync(truth, 'utf8'))).toMatchObject({ format: 'x12', claims: 150 })
    expect(existsSync(join(folder, '.overturn'))).toBe(false)
    const again = await overturn([...group, '--format', 'x12', '--out', out], nowhere)
    expect(again).toMatchObject({ code: 3, stderr: expect.stringMatching(/is not empty/) })
  })

  it('says how to import tables, whose columns have to be confirmed', async () => {
    const tables = join(folder, 'tables')
    const { stdout } = await overturn(['generate', '--format', 'csv', '--claims', '20', '--out', tables])
    expect(stdout).toContain(`To import them: overturn import ${tables} --confirm-mapping`)
  })

  it.each([
    [['--format', 'x12'], /^--out: is missing beside --format/],
    [['--out', 'somewhere'], /^--format: is missing beside --out/],
    [['--format', 'excel', '--out', 'somewhere'], /^--format: "excel" is not one of x12, fhir, csv, portal-json/],
  ])('refuses %j', async (flags, message) => {
    expect(await overturn([...group, ...flags], nowhere)).toMatchObject({ code: 2, stderr: expect.stringMatching(message) })
  })
})

describe('overturn verify --truth', { timeout: 180_000 }, () => {
  it('answers with its exit code whether the database holds what the truth says', async () => {
    const [truth, data] = [join(folder, 'group.json'), join(folder, 'data')]
    expect((await overturn([...group, '--truth', truth, '--data-dir', data])).code).toBe(0)
    const equal = await overturn(['verify', '--truth', truth, '--data-dir', data])
    expect(equal.stderr).toBe('')
    expect(equal.stdout).toMatch(/Check +Truth +Database/)
    expect(equal.stdout).toMatch(/The database holds what .*group\.json says\./)
    expect(equal.code).toBe(0)

    writeFileSync(truth, readFileSync(truth, 'utf8').replace('"claims": 150', '"claims": 151'))
    const unequal = await overturn(['verify', '--truth', truth, '--json', '--data-dir', data])
    expect(unequal.code).toBe(1)
    expect(json(unequal.stdout)).toMatchObject({ equal: false, checks: expect.arrayContaining([{ name: 'claims', expected: 151, actual: 150, equal: false }]) })
  })

  it('needs one of the two to compare with', async () => {
    const message = expect.stringMatching(/Name one of the two/)
    expect(await overturn(['verify'], nowhere)).toMatchObject({ code: 2, stderr: message })
    expect(await overturn(['verify', folder, '--truth', 'truth.json'], nowhere)).toMatchObject({ code: 2, stderr: message })
  })
})
