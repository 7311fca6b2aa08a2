import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { accessDocument, accessText } from '../../../../scripts/access-doc.ts'

it('the document of who may do what says what the table says; "node scripts/access-doc.ts" writes it', () => {
  expect(readFileSync(accessDocument, 'utf8')).toBe(accessText())
})
