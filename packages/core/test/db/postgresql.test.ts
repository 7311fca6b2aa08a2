import { expect, it } from 'vitest'
import { postgresBinaries } from '../support/postgres-server.ts'

it('runs the database tests on PostgreSQL, too', ({ skip }) => {
  skip(postgresBinaries() === null, 'no PostgreSQL server is installed (looked in /usr/lib/postgresql)')
  expect(postgresBinaries()).toMatch(/bin$/)
})
