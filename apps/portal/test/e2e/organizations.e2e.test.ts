import { createClient } from '@overturn/client'
import { openDatabase, type Database } from '@overturn/core/db/connect'
import { ensureOrganization } from '@overturn/core/organizations'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { settled, useBrowser } from '../support/browser.ts'
import { postAuth, signIn } from '../support/sign-in.ts'

const dataDir = inject('portalDataDir')
const EMAIL = 'two-seats@practice.example'
const PASSWORD = 'a password of my own'
const DEMONSTRATION = 'Demonstration Group'
const SECOND = { slug: 'second-practice', name: 'Second Practice' }

describe('a person with seats in two organizations', () => {
  beforeEach(({ skip }) => skip(dataDir === '', 'PORTAL_URL names a portal whose data is elsewhere'))
  const browser = useBrowser()
  const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
  let database: Database
  let cookie: string
  let claim: string

  beforeAll(async () => {
    if (dataDir === '') return
    database = await openDatabase({ databaseUrl: null, dataDir })
    await removeBoth(database)
    claim = (await api.GET('/claims', { params: { query: { dateRange: 'all', limit: 1 } } })).data!.claims[0]!.id
    cookie = await seatInBoth()
  })
  afterAll(async () => {
    if (!database) return
    await removeBoth(database)
    await database.close()
  })

  /** An administrator of the demonstration, who only views the second organization. The cookie of their session. */
  async function seatInBoth(): Promise<string> {
    const invitation = await fetch(new URL('/api/invitations', inject('portalUrl')), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: inject('portalUrl'), cookie: inject('portalCookie') },
      body: JSON.stringify({ email: EMAIL, role: 'administrator' }),
    })
    const { path } = (await invitation.json()) as { path: string }
    await postAuth(inject('portalUrl'), 'join', { token: path.split('#')[1], name: 'Robin Two', password: PASSWORD })
    // A demonstration too: a practice would be what commands mean that name no organization, and its administrators' own.
    const { id } = await ensureOrganization(database, { ...SECOND, timeZone: 'UTC', isDemo: true })
    await database.pool.query(`insert into members (organization_id, user_id, role) select $1, id, 'viewer' from users where email = $2`, [id, EMAIL])
    return signIn(inject('portalUrl'), EMAIL, PASSWORD)
  }

  /** The browser remembers its organization beside the session. */
  async function change(page: Page, name: string): Promise<void> {
    await page.getByRole('combobox', { name: 'Organization' }).click()
    await Promise.all([page.waitForEvent('load'), page.getByRole('option', { name, exact: true }).click()])
    await page.getByTitle(name, { exact: true }).waitFor()
    await settled(page)
  }

  const palette = async (page: Page) => {
    await page.getByRole('button', { name: 'Search and commands' }).click()
    await page.getByTestId('palette').waitFor()
    return page.getByTestId('palette')
  }

  test('changes to the other, sees nothing of the first there, and changes back', async () => {
    const page = await browser.open('/', {}, cookie)
    await settled(page)
    await change(page, DEMONSTRATION)
    const numbers = await page.getByTestId('kpi-denialRate').getByTestId('kpi-value').innerText()
    expect(numbers).toMatch(/%$/)
    // What was looked for here is remembered here.
    await palette(page)
    await page.getByRole('textbox', { name: 'Search and commands' }).fill(claim)
    await page.getByTestId('palette').getByRole('option').filter({ hasText: claim }).first().click()
    await page.waitForURL(`**/claims/${claim}`)
    await settled(page)

    await change(page, SECOND.name)
    expect(new URL(page.url()).pathname).toBe('/')
    await page.getByText('No claims yet').waitFor()
    // A viewer there: the one who can bring files is named, and no way is offered that would be refused.
    await page.getByText('A manager or an administrator can import').waitFor()
    expect(await page.getByRole('link', { name: 'Bring in files' }).count()).toBe(0)
    expect(await page.getByTestId('kpis').count()).toBe(0)
    const search = await palette(page)
    expect(await search.innerText()).not.toContain(claim)
    await page.getByRole('textbox', { name: 'Search and commands' }).fill(claim)
    await search.getByText('Nothing is called that.').waitFor()
    expect(await search.getByRole('option').filter({ hasText: claim }).count()).toBe(0)
    await page.goto(`/claims/${claim}`)
    await page.getByRole('alert').getByText('Not found').waitFor()
    browser.expectComplaint(/404/)

    await change(page, DEMONSTRATION)
    expect(await page.getByTestId('kpi-denialRate').getByTestId('kpi-value').innerText()).toBe(numbers)
    await page.goto(`/claims/${claim}`)
    await page.getByRole('heading', { level: 1, name: `Claim ${claim}` }).waitFor()
    await settled(page)
  })

  test('changes every tab at once: none shows, or writes to, the one that was left', async () => {
    const page = await browser.open('/', {}, cookie)
    await settled(page)
    await change(page, DEMONSTRATION)
    const other = await page.context().newPage()
    await other.goto('/patterns')
    await other.getByTestId('patterns').waitFor()
    await change(page, SECOND.name)
    await other.getByTitle(SECOND.name, { exact: true }).waitFor()
    expect(new URL(other.url()).pathname).toBe('/')
    await other.getByText('No claims yet').waitFor()
  })

  test('may in each what the seat there allows, and is told so', async () => {
    const page = await browser.open('/settings/members', {}, cookie)
    const ask = (path: string) => page.evaluate(async (path) => (await fetch(path)).status, path)
    await change(page, DEMONSTRATION)
    await page.goto('/settings/members')
    await page.getByRole('table').getByText(EMAIL).waitFor()
    expect(await ask('/api/members')).toBe(200)

    await change(page, SECOND.name)
    await page.goto('/settings/members')
    await page.getByText('This part is not for you').waitFor()
    await page.getByText('It is for administrators, or does not exist.').waitFor()
    await page.goto('/impact')
    await page.getByText('The ledger is for managers and administrators').waitFor()
    await page.getByText(`An administrator of ${SECOND.name} can change your role`).waitFor()
    await page.goto('/imports')
    await page.getByText('A manager can import files here.').waitFor()
    // No other way to what would be refused either: whoever may is named.
    await page.goto('/payers')
    await page.getByText('A manager can import files.').waitFor()
    await page.goto('/checks')
    await page.getByText('An analyst can turn a confirmed pattern into a check').waitFor()
    await page.goto('/worklist/templates')
    await page.getByText('Letters are for coders, and for those who may do more').waitFor()
    await settled(page)
    expect(await ask('/api/members')).toBe(403)
    browser.expectComplaint(/403/)
  })
})

/** All of the second organization, and of the person: other files count on a demonstration that is alone. */
async function removeBoth({ pool }: Database): Promise<void> {
  await pool.query('delete from users where email = $1', [EMAIL])
  await pool.query('delete from invitations where email = $1', [EMAIL])
  const { rows } = await pool.query<{ id: number }>('select id from organizations where slug = $1', [SECOND.slug])
  const { rows: tables } = await pool.query<{ name: string }>(`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'organization_id' and t.table_type = 'BASE TABLE'`)
  for (const { id } of rows) {
    // In one statement, which is a transaction: in whatever order, so the keys between them are not asked.
    const all = tables.map(({ name }) => `delete from "${name}" where organization_id = ${id}`)
    await pool.query(['set local session_replication_role = replica', ...all, `delete from organizations where id = ${id}`].join('; '))
  }
}
