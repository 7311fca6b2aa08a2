import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listSources } from '../../../src/imports/sources/list.ts'
import { fingerprint, readHead } from '../../../src/imports/sources/read.ts'
import { contentOf, inPieces, read, useFolder } from './folder.ts'

const folder = useFolder()
const names = async (...paths: string[]) => (await listSources(paths)).map(({ name }) => name)

describe('paths', () => {
  folder.file('inbox/b.835', 'B')
  folder.file('inbox/a.835', 'A')
  folder.file('inbox/deep/c.txt', 'C')
  folder.file('inbox/.hidden', 'no')
  folder.file('inbox/.git/config', 'no')
  folder.file('inbox/__MACOSX/._a.835', 'no')
  folder.file('inbox/Thumbs.db', 'no')
  const inbox = join(folder.path, 'inbox')

  it('are files, and folders with all below them in the order of their names, without what systems leave there', async () => {
    expect(await names(inbox)).toEqual(['a.835', 'b.835', 'c.txt'])
    expect(await names(join(inbox, 'b.835'), join(inbox, 'deep'))).toEqual(['b.835', 'c.txt'])
    expect(await names(join(inbox, '.hidden'))).toEqual(['.hidden'])
  })

  it('bring a file once, however often it is named', async () => {
    expect(await names(join(inbox, 'b.835'), inbox, `${inbox}/../inbox/a.835`)).toEqual(['b.835', 'a.835', 'c.txt'])
  })

  it('may be patterns that the shell did not resolve', async () => {
    expect(await names(join(inbox, '*.835'))).toEqual(['a.835', 'b.835'])
    expect(await names(join(inbox, '**'))).toEqual(['a.835', 'b.835', 'c.txt'])
    expect(await names(join(inbox, '**', '*.txt'))).toEqual(['c.txt'])
    expect(await names(join(inbox, 'd*'))).toEqual(['c.txt'])
    await expect(listSources([join(inbox, '*.837')])).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining('*.837 cannot be read'),
    })
  })

  it('are names before they are patterns', async () => {
    expect(await read(folder.file('odd/[ab].835', 'odd'))).toEqual({ '[ab].835': 'odd' })
  })

  it('must be there', async () => {
    await expect(listSources([inbox, join(folder.path, 'nowhere')])).rejects.toMatchObject({
      code: 'unreadable_file',
      message: `${join(folder.path, 'nowhere')} cannot be read (there is no such file or folder).`,
    })
  })
})

describe('links', () => {
  it('to files and folders are followed, in circles only once', async () => {
    folder.file('linked/real/a.835', 'A')
    const linked = join(folder.path, 'linked')
    symlinkSync(join(linked, 'real', 'a.835'), join(linked, 'b.835'))
    symlinkSync('..', join(linked, 'real', 'up'))
    symlinkSync('real', join(linked, 'same'))
    expect(await read(linked)).toEqual({ 'b.835': 'A', 'a.835': 'A' })
  })

  it('to nothing and to themselves are refused by name, and the others are read', async () => {
    const folderOf = folder.file('broken/a.835', 'A').slice(0, -'/a.835'.length)
    symlinkSync('nothing', join(folderOf, 'gone.835'))
    symlinkSync('me.835', join(folderOf, 'me.835'))
    expect(await read(folderOf)).toEqual({
      'a.835': 'A',
      'gone.835': 'OverturnError unreadable_file: gone.835: it cannot be read (there is no such file or folder).',
      'me.835': 'OverturnError unreadable_file: me.835: it cannot be read (it is a link that leads to itself).',
    })
  })
})

describe('what cannot be read', () => {
  it.runIf(process.platform !== 'win32')('is refused by name and never waited for: a pipe without a writer, a device', async () => {
    const folderOf = folder.file('pipes/z.835', 'Z').slice(0, -'/z.835'.length)
    execFileSync('mkfifo', [join(folderOf, 'pipe')])
    symlinkSync('/dev/zero', join(folderOf, 'zero'))
    const refusal = 'this is no ordinary file (a pipe, socket or device); for standard input give - as the path.'
    expect(await read(folderOf)).toEqual({
      pipe: `OverturnError unreadable_file: pipe: ${refusal}`,
      'z.835': 'Z',
      zero: `OverturnError unreadable_file: zero: ${refusal}`,
    })
  })

  it.runIf(process.getuid?.() !== 0 && process.platform !== 'win32')('is refused by name: a file and a folder without permission', async () => {
    const folderOf = folder.file('private/a.835', 'A').slice(0, -'/a.835'.length)
    chmodSync(folder.file('private/b.835', 'B'), 0)
    folder.file('private/closed/c.835', 'C')
    chmodSync(join(folderOf, 'closed'), 0)
    const refused = await read(folderOf)
    chmodSync(join(folderOf, 'closed'), 0o700)
    expect(refused).toEqual({
      'a.835': 'A',
      'b.835': 'OverturnError unreadable_file: b.835: it cannot be read (the user who runs Overturn may not read it).',
      closed: 'OverturnError unreadable_file: closed: it cannot be read (the user who runs Overturn may not read it).',
    })
  })

  it('is a file that changes while it is read, and one that is another after its fingerprint was taken', async () => {
    const path = folder.file('growing.835', 'x'.repeat(600_000))
    const [growing] = await listSources([path])
    const told: string[] = []
    const reading = async () => {
      for await (const chunk of growing!.bytes()) {
        appendFileSync(path, 'more')
        told.push(String(chunk.byteLength))
      }
    }
    const refusal = {
      code: 'unreadable_file',
      message: 'growing.835: the file changed after its import began; import it again when nothing writes to it any more.',
    }
    await expect(reading()).rejects.toMatchObject(refusal)
    expect(told.length).toBeGreaterThan(1)

    const [replaced] = await listSources([folder.file('replaced.835', 'one')])
    await fingerprint(replaced!)
    folder.file('replaced.835', 'two')
    expect(await contentOf(replaced!)).toContain('the file changed after its import began')
  })

  it('shows names without what a terminal would obey', async () => {
    const path = folder.file('names/evil\u001B[31m\n.835', 'E')
    const [source] = await listSources([path])
    expect(source!.name).toBe('evil?[31m?.835')
    expect(basename(source!.path)).toBe('evil?[31m?.835')
    expect(await contentOf(source!)).toBe('E')
  })
})

describe('standard input', () => {
  it('is read more than once and leaves nothing behind', async () => {
    const before = readdirSync(tmpdir())
    const [source, ...others] = await listSources(['-'], inPieces(Buffer.from('standard bytes'), 3))
    expect(others).toEqual([])
    expect(Buffer.from(await readHead(source!)).toString()).toBe('standard bytes')
    expect(await contentOf(source!)).toBe('standard bytes')
    expect(await contentOf(source!)).toBe('standard bytes')
    expect(source).toMatchObject({ name: 'standard input', path: 'standard input' })
    expect(readdirSync(tmpdir()).filter((name) => /^overturn-[0-9a-f]{8}-/.test(name) && !before.includes(name))).toEqual([])
  })

  it('is read once, however often it is named or listed', async () => {
    const stream = inPieces(Buffer.from('once'))
    expect(await listSources(['-', '-'], stream)).toHaveLength(1)
    expect(await contentOf((await listSources(['-'], stream))[0]!)).toBe('once')
  })
})
