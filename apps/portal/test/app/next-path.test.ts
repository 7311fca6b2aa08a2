import { expect, it } from 'vitest'
import { nextPath } from '../../app/utils/next-path.ts'

it.each([
  ['/claims?status=denied#top', '/claims?status=denied#top'],
  ['/', '/'],
  ['https://example.com/', '/'],
  ['//example.com', '/'],
  ['/\\example.com', '/'],
  // A browser leaves tabs and ends of lines out of an address: this is //example.com to it.
  ['/\t/example.com', '/'],
  ['/\n/example.com', '/'],
  ['/\r\\example.com', '/'],
  ['/..//example.com', '/'],
  ['claims', '/'],
  ['', '/'],
  [['/a', '/b'], '/'],
  [undefined, '/'],
])('after a sign-in with %j goes on to %s', (wanted, path) => expect(nextPath(wanted)).toBe(path))
