/** Opens the data folder named on the command line, says so, and closes it when stdin ends. */
import { once } from 'node:events'
import { openDatabase } from '../../src/db/connect.ts'

const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2]! })
await database.pool.query('select 1')
process.stdout.write('ready\n')
await once(process.stdin.resume(), 'end')
await database.close()
