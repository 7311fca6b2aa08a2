/** What systems leave beside files: never an import, and no news that it was left out. */
const LEFT_BEHIND = new Set(['__macosx', 'thumbs.db', 'desktop.ini'])

/** Hidden files and folders, and what systems leave behind. A path that is named itself is never ignored. */
export function isIgnored(name: string): boolean {
  return (name.startsWith('.') && name !== '.' && name !== '..') || LEFT_BEHIND.has(name.toLowerCase())
}
