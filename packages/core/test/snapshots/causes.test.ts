import { describe, expect, it } from 'vitest'
import { describeCause } from '../../src/snapshots/causes.ts'

const files = new Map([[12, 'march.835']])

describe('a cause', () => {
  it.each([
    ['import:12', 'march.835 (import 12)'],
    ['undo:12', 'march.835 (import 12) was undone'],
    ['import:13', 'a file (import 13)'],
    ['match:77', 'decision 77 given to another claim'],
    ['appeal:C1', 'appeal of claim C1'],
    ['pattern:new', 'the pattern was found, and its days were computed'],
    ['pattern:scope', 'the scope of the pattern moved, and its days were computed again'],
    ['pattern:restored', 'the pattern was brought back, and its days were computed again'],
    ['pattern:PTN:7', 'pattern PTN:7 changed'],
    ['rebuild', 'everything was computed again'],
    ['unknown', 'not recorded: published before causes were kept'],
    ['import:x', 'import:x'],
    ['toString', 'toString'],
    ['', ''],
  ])('%s is told as "%s"', (cause, text) => {
    expect(describeCause(cause, files)).toMatchObject({ cause, text })
  })

  it('names its file', () => {
    expect(describeCause('undo:12', files)).toMatchObject({ importId: 12, fileName: 'march.835' })
    expect(describeCause('match:12', files)).toMatchObject({ importId: null, fileName: null })
  })
})
