/** Opens the data folder named on the command line, commits a row, opens a transaction with another one, says so, and waits to be killed. */
import { openDatabase } from '../../src/db/connect.ts'

const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2]! })
const client = await database.pool.connect()
await client.query(`create table kept (note text); insert into kept values ('committed')`)
await client.query(`begin; insert into kept values ('never committed')`)
process.stdout.write('ready\n')
setInterval(() => undefined, 1000)
