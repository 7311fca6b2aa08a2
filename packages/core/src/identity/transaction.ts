import type { PoolClient } from 'pg'
import type { Database } from '../db/connect.ts'
import { inTransaction } from '../db/transaction.ts'

/** A short transaction of the owner: people belong to no organization, and no transaction of an organization may write them. */
export const asOwner = <T>({ pool }: Pick<Database, 'pool'>, work: (client: PoolClient) => Promise<T>): Promise<T> => inTransaction(pool, 'begin', work)
