/** The process is alive. Says nothing of the database: a restart would not bring that back. */
export default defineEventHandler(() => ({ status: 'ok' }))
