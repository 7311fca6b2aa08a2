import { describe, expect, it } from 'vitest'
import { perform } from '../src/operation.ts'
import { getOrganization } from '../src/organization-operation.ts'
import { ensureOrganization, findOrganization, findOrganizationForImport } from '../src/organizations.ts'
import { newContext, useDatabase } from './support/database.ts'

const organization = (slug: string, isDemo: boolean) => ({ slug, name: slug, timeZone: 'UTC', isDemo })

/** One database that grows through the tests, as a user's does. */
describe('the organization to work on', () => {
  const use = useDatabase()

  it('is missing in an empty database, and the sentence says how to get one', async () => {
    await expect(findOrganization(use.database, null)).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('overturn import') })
    await expect(findOrganization(use.database, 'anybody')).rejects.toMatchObject({ code: 'not_found', message: 'There is no organization "anybody".' })
  })

  it('is the demonstration while there is no practice', async () => {
    await ensureOrganization(use.database, organization('demo', true))
    expect(await findOrganization(use.database, null)).toMatchObject({ slug: 'demo', isDemo: true })
  })

  it('is a practice of its own for the first import, never the demonstration', async () => {
    expect(await findOrganizationForImport(use.database, null)).toMatchObject({ slug: 'practice', name: 'My Practice', isDemo: false })
    expect(await findOrganizationForImport(use.database, null)).toMatchObject({ slug: 'practice' })
    expect(await findOrganization(use.database, null)).toMatchObject({ slug: 'practice' })
  })

  it('is the one that is named', async () => {
    expect(await findOrganization(use.database, 'demo')).toMatchObject({ slug: 'demo' })
    expect(await findOrganizationForImport(use.database, 'demo')).toMatchObject({ slug: 'demo' })
    await expect(findOrganizationForImport(use.database, 'typo')).rejects.toMatchObject({
      code: 'not_found',
      message: 'There is no organization "typo"; there are: demo, practice.',
    })
  })

  it('must be named where there are several practices', async () => {
    await ensureOrganization(use.database, organization('second', false))
    await expect(findOrganization(use.database, null)).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringContaining('--organization') })
    await expect(findOrganizationForImport(use.database, null)).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('organization.get', () => {
  const use = useDatabase()

  it('says whose data is shown, and nothing internal', async () => {
    const context = await newContext(use.database, { timeZone: 'America/Chicago' })
    expect(await perform(getOrganization, context, {})).toEqual({
      slug: context.organization.slug,
      name: 'Test Practice',
      timeZone: 'America/Chicago',
      isDemo: false,
    })
  })

  it('is for those who are signed in', async () => {
    const context = await newContext(use.database)
    await expect(perform(getOrganization, { ...context, actor: { id: 'anonymous', role: 'anyone' } }, {})).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await perform(getOrganization, { ...context, actor: { id: 'test', role: 'viewer' } }, {})).toMatchObject({ name: 'Test Practice' })
  })
})
