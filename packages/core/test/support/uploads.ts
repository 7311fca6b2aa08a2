import { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import type { Context } from '../../src/context.ts'
import { makeUploadFolder, receiveFile } from '../../src/imports/uploads/folder.ts'
import { openUpload } from '../../src/imports/uploads/operations.ts'
import { runUpload } from '../../src/imports/uploads/run.ts'
import { uploadTasks } from '../../src/imports/uploads/tasks.ts'
import { perform } from '../../src/operation.ts'
import { temporaryFolder } from '../writers/written.ts'

const { folder: dataDir, remove } = temporaryFolder()
afterAll(remove)

const TABLE = 'Claim,Charge,Service date,Patient name,Payer\nC-1,100.00,3/14/2026,Jordan Quill,Cascade Mutual\n'

/** An upload of these files that was previewed and now waits for a decision; its id. */
export async function heldUpload(
  context: Context,
  files: Record<string, string> = { 'claims.csv': TABLE },
  signal: AbortSignal = new AbortController().signal,
): Promise<string> {
  const { id } = await perform(openUpload, context, { preview: true, hold: true })
  const folder = await makeUploadFolder(dataDir, id)
  const paths: string[] = []
  for (const [name, content] of Object.entries(files)) paths.push(await receiveFile(folder, paths.length + 1, name, Readable.from([Buffer.from(content)])))
  await runUpload(context, uploadTasks.find(context.organization.id, id), { folder, paths }, signal)
  return id
}
