import { sql } from 'drizzle-orm'
import type { Organization } from './context.ts'
import type { Database } from './db/connect.ts'
import { OverturnError } from './errors.ts'

const columns = 'id, slug, name, time_zone as "timeZone", is_demo as "isDemo"'

export async function listOrganizations(database: Database): Promise<Organization[]> {
  // As text: one message, where a statement that is prepared takes several, at every request.
  return (await database.pool.query<Organization>(`select ${columns} from organizations order by id`)).rows
}

/** The organization to work on: the one of that slug; without a slug the only practice there is, or the demonstration while there is none. */
export async function findOrganization(database: Database, slug: string | null): Promise<Organization> {
  const all = await listOrganizations(database)
  if (slug !== null) return named(all, slug)
  const found = onlyPractice(all) ?? all[0]
  if (!found)
    throw new OverturnError(
      'not_found',
      'The database has no organization yet. Import files with "overturn import", or look at the demonstration with "overturn start".',
    )
  return found
}

/** The organization that files go to. The demonstration takes none by itself: a first practice is made beside it. */
export async function findOrganizationForImport(database: Database, slug: string | null): Promise<Organization> {
  const all = await listOrganizations(database)
  if (slug !== null) return named(all, slug)
  return onlyPractice(all) ?? ensureOrganization(database, { slug: 'practice', name: 'My Practice', timeZone: 'America/New_York', isDemo: false })
}

function named(all: Organization[], slug: string): Organization {
  const found = all.find((organization) => organization.slug === slug)
  if (found) return found
  const names = slugs(all)
  throw new OverturnError('not_found', `There is no organization "${slug}"${names ? `; there are: ${names}` : ''}.`)
}

/** The one organization that is no demonstration; null when there is none. Throws when there are several: nobody may be guessed. */
function onlyPractice(all: Organization[]): Organization | null {
  const practices = all.filter(({ isDemo }) => !isDemo)
  if (practices.length > 1)
    throw new OverturnError('invalid_input', `There are several organizations (${slugs(all)}). Name one with --organization or OVERTURN_ORGANIZATION.`)
  return practices[0] ?? null
}

const slugs = (organizations: Organization[]) => organizations.map(({ slug }) => slug).join(', ')

/**
 * Makes the organization unless one of that slug exists. The first practice beside the demonstration is its administrators' own, so they are
 * members at once; into any later one nobody comes but by invitation.
 */
export async function ensureOrganization(database: Database, wanted: Pick<Organization, 'slug' | 'name' | 'timeZone' | 'isDemo'>): Promise<Organization> {
  await database.orm.execute(sql`
    with made as (
      insert into organizations (slug, name, time_zone, is_demo) values (${wanted.slug}, ${wanted.name}, ${wanted.timeZone}, ${wanted.isDemo})
      on conflict (slug) do nothing returning id, is_demo
    )
    insert into members (organization_id, user_id, role, added_by)
    select made.id, m.user_id, m.role, 'first practice'
    from made join organizations o on o.is_demo join members m on m.organization_id = o.id and m.role = 'administrator'
    where not made.is_demo and not exists (select from organizations practice where not practice.is_demo)`)
  return findOrganization(database, wanted.slug)
}
