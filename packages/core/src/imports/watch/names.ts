import { isIgnored } from '../sources/ignored.ts'

/** Where the files of an inbox go: below it, so that a move is one step on one disk. */
export const SHELVES = ['done', 'rejected'] as const
export type Shelf = (typeof SHELVES)[number]

/** Names under which programs write a file before they give it the right one. */
const UNFINISHED = /(?:\.(?:part|partial|tmp|temp|filepart|crdownload|download|swp|lock)|~)$/i

/** Whether a file of an inbox is meant to be imported, by its name. */
export function isAwaited(name: string): boolean {
  return !isIgnored(name) && !UNFINISHED.test(name) && !name.startsWith('~$')
}
