import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '@overturn/core/db/connect'
import { migrate } from '@overturn/core/db/migrate'
import { scratch } from '../../../packages/core/test/support/scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the schema and nothing in it, to be copied. */
    emptyData: string
  }
}

/** Makes the schema once, for all files. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(scratch(), 'overturn cli schema '))
  const database = await openDatabase({ databaseUrl: null, dataDir: folder })
  await migrate(database)
  await database.close()
  project.provide('emptyData', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
