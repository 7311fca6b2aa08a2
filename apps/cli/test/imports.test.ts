import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { claim835, interchange, remittance, render } from '../../../packages/core/test/factories/x12.ts'
import { zip } from '../../../packages/core/test/factories/zip.ts'
import { overturn, startOverturn, until, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const flags = ['--data-dir', useData()]
const claim = (number: number) => [`CLP*PCN-${number}*1*180*80*0*12*ICN-${number}*11*1`, ...claim835.slice(1)]
const remit = (...numbers: number[]) =>
  render(interchange([remittance({ control: String(numbers[0]).padStart(4, '0'), payment: String(80 * numbers.length), claims: numbers.map(claim) })]))

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const json = (stdout: string) => JSON.parse(stdout) as Record<string, never>

/** Runs one command line that reads the bytes from standard input. */
async function piped(words: readonly string[], input: Uint8Array): Promise<{ code: number | null; stdout: string }> {
  const child = startOverturn(words)
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout }
}

describe('overturn import, wherever the bytes come from', { timeout: 180_000 }, () => {
  it('takes patterns, gzip, archives and standard input, and knows a file by its content', async () => {
    file('one.remit', remit(1))
    file('two.remit.gz', gzipSync(remit(2)))
    const archive = file(
      'three.zip',
      zip([
        { name: 'deep/3.835', content: remit(3) },
        { name: 'again.835', content: remit(1) },
      ]),
    )
    const imported = await overturn(['import', join(folder, '*.remit*'), archive, '--json', ...flags])
    expect(imported.code).toBe(0)
    expect(json(imported.stdout)).toMatchObject({
      files: [
        { file: join(folder, 'one.remit'), outcome: 'imported' },
        { file: join(folder, 'two.remit.gz'), outcome: 'imported' },
        { file: `${archive}/again.835`, outcome: 'unchanged' },
        { file: `${archive}/deep/3.835`, outcome: 'imported' },
      ],
      stopped: false,
    })
    const { code, stdout } = await piped(['import', '-', '--json', ...flags], gzipSync(remit(4)))
    expect({ code, document: json(stdout) }).toMatchObject({ code: 0, document: { files: [{ file: 'standard input', outcome: 'imported' }] } })
  })

  it('gives up the file at hand at Ctrl-C, keeps those before it, and goes on when asked again', async () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    writeFileSync(join(many, '0.835'), remit(100))
    writeFileSync(join(many, '1.835'), remit(...Array.from({ length: 30_000 }, (_, index) => 1_000 + index)))
    const words = ['import', many, '--json', '--data-dir', join(folder, 'stopped')]
    const child = startOverturn(words)
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const ended = once(child, 'close') as Promise<[number | null]>
    const isImporting = async () => {
      const { stdout: listed } = await overturn(['imports', '--json', '--data-dir', join(folder, 'stopped')])
      return listed.includes('"fileName":"1.835"')
    }
    await until('the second file is being imported', isImporting, 60)
    child.kill('SIGINT')
    expect(await ended).toEqual([130, null])
    expect(stderr).toContain('Stopping: files that are done stay, of this one nothing is kept.')
    expect(json(stdout)).toMatchObject({ stopped: true, files: [{ outcome: 'imported', merged: { newClaims: 1 } }] })
    const { stdout: history } = await overturn(['imports', '--json', '--data-dir', join(folder, 'stopped')])
    expect(json(history)).toMatchObject({
      imports: [
        { fileName: '1.835', status: 'failed', error: expect.stringContaining('The import was stopped') },
        { fileName: '0.835', status: 'complete' },
      ],
    })
    const again = await overturn(words)
    expect(json(again.stdout)).toMatchObject({ stopped: false, files: [{ outcome: 'unchanged' }, { outcome: 'imported', merged: { newClaims: 30_000 } }] })
  })
})

describe('overturn imports', { timeout: 180_000 }, () => {
  it('says why a file was refused, and not that nothing was wrong with it', async () => {
    const own = ['--data-dir', join(folder, 'cut')]
    const whole = remit(41).toString()
    expect((await overturn(['import', file('cut.835', whole.slice(0, whole.indexOf('SE*'))), ...own])).code).toBe(3)
    const shown = (await overturn(['imports', '1', ...own])).stdout
    expect(shown).toMatch(/\nStatus +failed\nWhy +.*byte offset/)
    expect(shown).toMatch(/\n\nNothing of it was taken in\.\n$/)
  })

  it('does not call a file imported of which nothing was taken in', async () => {
    const own = ['--data-dir', join(folder, 'nothing')]
    const broken = file('nothing.835', remit(42).toString().replace('PCN-42*1*180*80', 'PCN-42*1*180*eighty'))
    for (const trial of [['--dry-run'], ['--preview'], []]) {
      const { code, stdout } = await overturn(['import', broken, ...trial, ...own])
      expect({ trial, code }).toEqual({ trial, code: 3 })
      expect(stdout).toMatch(/nothing\.835 +x12-835 +nothing taken in /)
    }
    expect((await overturn(['import', broken, ...own])).stdout).toContain('1 of which nothing was taken in.')
  })

  it('lists what was imported and shows one', async () => {
    const { stdout } = await overturn(['imports', ...flags])
    expect(stdout).toMatch(/^Id +File +Format +Status +By/)
    expect(stdout).toMatch(/standard input +x12-835 +complete +cli/)
    const { stdout: listed } = await overturn(['imports', '--json', '--limit', '1', ...flags])
    const [{ id }] = (json(listed) as unknown as { imports: [{ id: number }] }).imports
    const one = await overturn(['imports', String(id), ...flags])
    expect(one.stdout).toMatch(new RegExp(`^Import +${id}, standard input\\nFormat +x12-835, [\\d,]+ bytes`))
    expect(one.stdout).toContain('Nothing was wrong with it.')
    expect(await overturn(['imports', '999', ...flags])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no import 999') })
    expect(await overturn(['imports', String(id), '--status', 'failed', ...flags])).toMatchObject({ code: 2 })
  })
})

describe('overturn import --preview and overturn imports undo', { timeout: 180_000 }, () => {
  it('say what would change, and take back what did', async () => {
    const own = ['--data-dir', join(folder, 'previewed')]
    const remittance = file('previewed.835', remit(31, 32))
    expect(await overturn(['import', remittance, '--preview', ...own])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Would be taken in: 2 new claims'),
    })
    expect((await overturn(['import', file('before.835', remit(30)), ...own])).code).toBe(0)
    const preview = await overturn(['import', remittance, '--preview', ...own])
    expect(preview.code).toBe(0)
    expect(preview.stdout).toContain(
      [
        '1 file for organization practice: 1 would be imported.',
        'Would be taken in: 2 new claims, 0 changed claims, 2 new decisions.',
        'Nothing was written.',
      ].join('\n'),
    )
    const imports = async () =>
      (json((await overturn(['imports', '--json', ...own])).stdout) as unknown as { imports: { id: number; fileName: string; status: string }[] }).imports
    expect(await imports()).toMatchObject([{ fileName: 'before.835' }])

    expect((await overturn(['import', remittance, ...own])).stdout).toContain('Taken in: 2 new claims, 0 changed claims, 2 new decisions.')
    const { id } = (await imports())[0]!
    const undone = await overturn(['imports', 'undo', String(id), ...own])
    expect(undone).toMatchObject({ code: 0, stdout: `Import ${id}, previewed.835, is undone: 2 claims and 2 decisions gone. It can be imported again.\n` })
    expect(await imports()).toMatchObject([
      { fileName: 'previewed.835', status: 'undone' },
      { fileName: 'before.835', status: 'complete' },
    ])
    expect((await overturn(['imports', String(id), ...own])).stdout).toMatch(/\nUndone +\d{4}-\d\d-\d\d \d\d:\d\d UTC by cli\n/)
    expect(await overturn(['imports', 'undo', String(id), ...own])).toMatchObject({ code: 3, stderr: expect.stringContaining('it was undone already') })
  })

  it('refuse words that do not go together', async () => {
    expect(await overturn(['import', 'x', '--preview', '--dry-run'])).toMatchObject({ code: 2, stderr: expect.stringContaining('give one of the two') })
    expect(await overturn(['import', 'x', '--preview', '--confirm-mapping'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--preview keeps nothing'),
    })
    expect(await overturn(['imports', 'undo'])).toMatchObject({ code: 2, stderr: expect.stringContaining('<id> is missing') })
    expect(await overturn(['imports', '1', '2'])).toMatchObject({ code: 2, stderr: '"2" is one word too many for this command.\n' })
  })
})

describe('overturn rejects', { timeout: 180_000 }, () => {
  it('shows, exports, mends and dismisses what was not taken in', async () => {
    const broken = file(
      'broken.835',
      remit(11, 12, 13).toString().replace('PCN-12*1*180*80', 'PCN-12*1*180*eighty').replace('PCN-13*1*180*80', 'PCN-13*1*180*eighty'),
    )
    expect((await overturn(['import', broken, ...flags])).code).toBe(0)
    const listed = json((await overturn(['rejects', '--json', ...flags])).stdout) as unknown as { rejects: { importId: number; position: number }[] }
    expect(listed.rejects).toMatchObject([
      { code: 'x12.bad-amount', hasContent: true },
      { code: 'x12.bad-amount', hasContent: true },
    ])
    const [first, second] = listed.rejects.map(({ importId, position }) => [String(importId), String(position)])

    const piece = join(folder, 'piece.835')
    const shown = await overturn(['rejects', 'show', ...first!, '--out', piece, ...flags])
    expect({ code: shown.code, stdout: shown.stdout }).toEqual({ code: 0, stdout: '' })
    expect(shown.stderr).toMatch(/^broken\.835, segment \d+.*Correct the amount/)
    if (process.platform !== 'win32') expect(statSync(piece).mode & 0o777).toBe(0o600)
    expect(await overturn(['rejects', 'show', ...first!, '--out', piece, ...flags])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`${piece} cannot be written (there is such a file already).\n`),
    })

    expect(await overturn(['rejects', 'retry', ...first!, piece, ...flags])).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('Nothing was taken in:\nx12.bad-amount'),
    })
    writeFileSync(piece, readFileSync(piece, 'utf8').replace('eighty', '80'))
    const mended = await overturn(['rejects', 'retry', ...first!, piece, ...flags])
    expect(mended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Mended by import \d+: 1 new claim, 0 changed claims, 1 new decision\./) })

    const table = join(folder, 'rejects.csv')
    expect((await overturn(['rejects', 'export', '--out', table, ...flags])).stderr).toBe(`1 rejection written to ${table}.\n`)
    expect(readFileSync(table, 'utf8')).toMatch(/^file,place,code,reason,remedy,content\nbroken\.835,/)
    expect((await overturn(['rejects', 'dismiss', ...second!, ...flags])).stdout).toBe(`Rejection ${second![1]} of import ${second![0]} is dismissed.\n`)
    expect((await overturn(['rejects', ...flags])).stdout).toBe('No rejections.\n')
    expect((await overturn(['rejects', 'list', first![0]!, '--state', 'all', ...flags])).stdout).toMatch(/mended by \d+.*\n.*dismissed/)
  })

  it('says what is wrong with the words that were typed', async () => {
    expect(await overturn(['rejects', 'eat', ...flags])).toMatchObject({
      code: 2,
      stderr: '"eat" is nothing to do with rejections; there are: list, show, export, retry, dismiss.\n',
    })
    expect(await overturn(['rejects', 'retry', '1', '1', ...flags])).toMatchObject({
      code: 2,
      stderr: '<file> is missing: overturn rejects retry <import> <position> <file>.\n',
    })
    expect(await overturn(['rejects', 'show', '1', 'x', ...flags])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('position: must be a whole number'),
    })
  })
})

describe('overturn watch', { timeout: 180_000 }, () => {
  it('imports what arrives until Ctrl-C', async () => {
    const inbox = join(folder, 'inbox')
    mkdirSync(inbox)
    writeFileSync(join(inbox, 'there.835'), remit(21))
    const child = startOverturn(['watch', inbox, '--settle', '0.3', '--json', ...flags])
    let stdout = ''
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    const ended = once(child, 'close') as Promise<[number | null]>
    const dealtWith = (files: number) => until(`${files} files are dealt with`, () => stdout.split('\n').length > files, 60)
    try {
      await dealtWith(1)
      writeFileSync(join(inbox, 'letter.txt'), 'Dear payer')
      await dealtWith(2)
    } finally {
      child.kill('SIGINT')
    }
    expect(await ended).toEqual([0, null])
    expect(readdirSync(inbox).sort()).toEqual(['done', 'rejected'])
    const [first, second] = stdout.trim().split('\n').map(json)
    expect(first).toMatchObject({ movedTo: join(inbox, 'done', 'there.835'), results: [{ outcome: 'imported' }] })
    expect(second).toMatchObject({ movedTo: join(inbox, 'rejected', 'letter.txt'), results: [{ outcome: 'refused' }] })
  })

  it('needs a folder and a number of seconds', async () => {
    expect(await overturn(['watch', ...flags])).toMatchObject({ code: 2, stderr: expect.stringContaining('<folder> is missing') })
    expect(await overturn(['watch', join(folder, 'nowhere'), ...flags])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('there is no such file or folder'),
    })
    expect(await overturn(['watch', folder, '--settle', 'long', ...flags])).toMatchObject({
      code: 2,
      stderr: '--settle: "long" is no number of seconds, such as 5.\n',
    })
  })
})
