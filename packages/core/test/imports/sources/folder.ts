import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { ByteSource } from '../../../src/imports/importer.ts'
import { listSources } from '../../../src/imports/sources/list.ts'
import type { ImportSource } from '../../../src/imports/sources/source.ts'

export interface Folder {
  path: string
  /** Writes a file below the folder and returns its path. */
  file(name: string, content: string | Uint8Array): string
}

/** A folder that goes with the test file. */
export function useFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'overturn sources '))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    file(name, content) {
      const file = join(path, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      return file
    },
  }
}

/** The content of a source, or what reading it says. */
export async function contentOf({ bytes }: ImportSource): Promise<string> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes()) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  } catch (thrown) {
    const { name, code, message } = thrown as { name: string; code: string; message: string }
    return `${name} ${code}: ${message}`
  }
}

/** What a path brings: names and contents, in their order. */
export async function read(...paths: string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const source of await listSources(paths)) found[source.name] = await contentOf(source)
  return found
}

export async function* inPieces(bytes: Uint8Array, size = bytes.length): ByteSource {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
