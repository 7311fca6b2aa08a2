import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.ts'

/** `[text](target)`, and `a/path/with.ext` or `folder/` in backquotes. */
const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g
const CODE = /`([\w.@-]+(?:\/[\w.@[\]-]+)+\/?)`/g
const ELSEWHERE = /^(?:[a-z][a-z+.-]*:|#)/i
/** A path in backquotes is meant for this repository when it begins in one of its folders. */
const FOLDERS = ['apps/', 'packages/', 'scripts/', 'docs/', '.ci/', 'src/']

/** Every path that a document names and that does not exist, as "file: path". Generated folders and those of others are not looked at. */
export function missingDocPaths(): string[] {
  const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.md'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
  return documents.filter((document) => existsSync(join(root, document))).flatMap((document) => missingIn(document).map((path) => `${document}: ${path}`))
}

function missingIn(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  const links = [...text.matchAll(LINK)].map((match) => match[1]!).filter((target) => !ELSEWHERE.test(target))
  const paths = [...text.matchAll(CODE)].map((match) => match[1]!).filter((path) => FOLDERS.some((folder) => path.startsWith(folder)))
  const missingLinks = links.filter(
    (target) => !existsSync(join(root, target.startsWith('/') ? '' : dirname(document), decodeURI(target.replace(/[#?].*$/, '')))),
  )
  // `src/…` is the core's own way to name its files.
  const missingPaths = paths.filter(
    (path) => ![join(root, path), join(root, 'packages/core', path), join(root, dirname(document), path)].some((file) => existsSync(file)),
  )
  return [...missingLinks, ...missingPaths]
}
