import { open } from 'node:fs/promises'
import { OverturnError } from '../../errors.ts'
import { truthFile, type StatedTruth } from './schemas.ts'

/** Many times what ten years of months and every reason need. */
const LARGEST = 16 * 1024 * 1024

/** Throws `unreadable_file` that says what is wrong with the file. */
export async function readTruth(path: string): Promise<StatedTruth> {
  const fail = (why: string, cause?: unknown) =>
    new OverturnError('unreadable_file', `${path}: ${why}. Expected a truth file as "overturn generate --truth" writes it.`, { cause })
  const text = await readText(path).catch((cause: NodeJS.ErrnoException) => {
    throw fail(`cannot be read (${cause.code})`, cause)
  })
  if (text === null) throw fail('the file is larger than 16 MB')
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw fail('this is not JSON', cause)
  }
  const truth = truthFile.safeParse(parsed)
  if (truth.success) return truth.data
  const [issue] = truth.error.issues
  throw fail(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not readable'}`)
}

/** Null for a file beyond the limit, which is not read then. */
async function readText(path: string): Promise<string | null> {
  const file = await open(path)
  try {
    return (await file.stat()).size > LARGEST ? null : await file.readFile('utf8')
  } finally {
    await file.close()
  }
}
