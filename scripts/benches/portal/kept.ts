import { openDatabase } from '../../../packages/core/src/db/connect.ts'
import { migrate } from '../../../packages/core/src/db/migrate.ts'
import { contextOf, type Practice } from '../computation/practice.ts'
import type { Engine, FreshDatabase } from '../imports/engines.ts'

export type Opened = Pick<Practice, 'context' | 'target' | 'drop'>

/** The embedded engine over a folder that stays. */
export function keptEngine(dataDir: string): Engine {
  const fresh = async (): Promise<FreshDatabase> => {
    const target = { databaseUrl: null, dataDir }
    const database = await openDatabase(target)
    await migrate(database)
    return { database, target, enginePid: null, drop: () => database.close() }
  }
  return { label: 'embedded engine', fresh, stop: async () => undefined }
}

/** What an earlier bench has put there. */
export async function reopenPractice(engine: Engine): Promise<Opened> {
  const { database, target, drop } = await engine.fresh()
  return { context: await contextOf(database), target, drop }
}
