import { describe, expect, it } from 'vitest'
import { operations } from '../src/operations.ts'
import { text } from '../src/schemas.ts'

describe('text', () => {
  it.each(['a', 'Ärzte', '😀', 'x'.repeat(10), '\uFFFD', "'; --"])('takes %j', (value) => {
    expect(text(10).parse(value)).toBe(value)
  })

  it.each(['', 'x'.repeat(11), '\0', 'a\0b', '\uD83D', '\uDE00\uD83D', 1, null, ['a']])('refuses %j', (value) => {
    expect(text(10).safeParse(value).success).toBe(false)
  })
})

/** Names a folder of this computer, which the file system judges; it reaches no statement. */
const OF_THE_FILE_SYSTEM = ['imports.verify directory']

describe('what PostgreSQL cannot hold', () => {
  const fields = operations.flatMap(({ name, input }) => Object.keys(input.shape).map((field) => ({ name, field, input })))

  it.each(fields.filter(({ name, field }) => !OF_THE_FILE_SYSTEM.includes(`${name} ${field}`)))('is refused by name: $name $field', ({ field, input }) => {
    for (const value of ['\0', 'a\0', '\uD800', 'a\uDC00b']) {
      const found = input.safeParse({ [field]: value }).error?.issues.filter(({ path }) => path[0] === field)
      expect(found).toHaveLength(1)
    }
  })
})
