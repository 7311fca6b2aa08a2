import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const data = ['--data-dir', useData()]
/** Long enough ago to be past in every time zone. */
const served = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10)
const write = (name: string, content: unknown) => {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(content))
  return file
}
const claim = (id: string, status: string, paid: number) => ({
  id,
  status,
  dateOfService: served,
  submissionDate: served,
  processingDate: served,
  billedAmount: 80,
  paidAmount: paid,
  ...(status === 'denied' ? { denialReason: 'Missing modifier 25' } : {}),
  lineItems: [{ lineNumber: 1, procedureCode: '99213', modifiers: ['25'], billedAmount: 80, paidAmount: paid, status }],
})

describe('overturn policies and overturn policy', { timeout: 180_000 }, () => {
  it('show what is computed of a policy, and the denied lines behind it', async () => {
    const policies = write('policies.json', [
      {
        id: 'POL-1',
        name: 'Visits',
        mode: 'Active',
        procedureCodes: ['99213'],
        modifiers: ['25'],
        ageRestrictions: 'as the doctor sees fit',
        carcCodes: [{ code: '4' }],
      },
    ])
    expect((await overturn(['import', policies, ...data])).code).toBe(0)
    const claims = write('claims.json', [claim('CLM-1', 'denied', 0), claim('CLM-2', 'paid', 80)])
    expect((await overturn(['import', claims, ...data])).code).toBe(0)

    expect((await overturn(['policies', ...data])).stdout).toMatch(/^POL-1 +Visits +active +– +99213 +2 +50\.00 % +\$80\.00 +– +stable$/m)
    const { stdout } = await overturn(['policy', 'POL-1', ...data])
    expect(stdout).toMatch(/^Visits \(POL-1\), active$/m)
    expect(stdout).toMatch(/^Modifier required +25$/m)
    expect(stdout).toMatch(/^Ages +as the doctor sees fit \(not read, not matched\)$/m)
    expect(stdout).toMatch(/^Claims hit +100\.00 %: 2 of 2$/m)
    expect(stdout).toMatch(/^Denied on a hit line +50\.00 %: 1 of 2, \$80\.00; trend stable$/m)
    expect(stdout).toMatch(new RegExp(`^CLM-1 +1 +${served}`, 'm'))
    expect(stdout).not.toContain('CLM-2')
    const { stdout: json } = await overturn(['policy', 'POL-1', '--json', ...data])
    expect(JSON.parse(json)).toMatchObject({ policy: { id: 'POL-1', impact: 80 }, denials: [{ claimId: 'CLM-1' }], pagination: { total: 1 } })
  })

  it('compute them on request, and know which there are', async () => {
    expect(await overturn(['policies', 'refresh', ...data])).toMatchObject({ code: 0, stdout: '1 policy computed.\n' })
    expect(JSON.parse((await overturn(['policies', 'refresh', '--json', ...data])).stdout)).toMatchObject({ policies: 1 })
    const { code, stderr } = await overturn(['policy', 'POL-9', ...data])
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no policy "POL-9"') as string })
  })
})
