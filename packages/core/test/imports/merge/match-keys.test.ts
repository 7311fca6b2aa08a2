import { expect, it } from 'vitest'
import { ownClaimId } from '../../../src/imports/merge/drafts.ts'
import { sourceId } from '../../../src/imports/merge/match/keys.ts'

it.each([
  ['CLM-1', 'CLM-1'],
  ['C12', 'C12'],
  ['C12-7a', 'C12-7a'],
  ['src:C12-7', 'src:C12-7'],
  [ownClaimId(12, 7), 'src:C12-7'],
  [null, null],
])('a source that names its claim %j calls it %j here', (id, expected) => {
  expect(sourceId(id)).toBe(expected)
  expect(sourceId(expected)).toBe(expected)
})
