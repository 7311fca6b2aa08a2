import { sql } from 'drizzle-orm'
import { rolesFor } from '../access/table.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Person } from './schemas.ts'

/** Members who may work denials; only those whose id is `userId`, where one is given. */
export const readPeople = (tx: TenantTransaction, organizationId: number, userId?: string): Promise<Person[]> =>
  tx.rows<Person>(sql`
    select u.id, u.name from members m join users u on u.id = m.user_id
    where m.organization_id = ${organizationId} and m.role = any(${sql.param(rolesFor('worklist.assign'))}::text[]) and ${userId === undefined ? sql`true` : sql`u.id = ${userId}`}
    order by lower(u.name), u.id`)
