import { once } from 'node:events'
import { createServer } from 'node:net'
import { OverturnError } from '@overturn/core/errors'

/** Only this machine: who wants the portal in the network puts a proxy with TLS before it. */
export const HOST = '127.0.0.1'

/** Throws `port_in_use` where another program listens, before anything is started. */
export async function assertPortFree(port: number): Promise<void> {
  const probe = createServer()
  try {
    await once(probe.listen({ host: HOST, port, exclusive: true }), 'listening')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const reason = code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${code})`
    throw new OverturnError('port_in_use', `Port ${port} on ${HOST} ${reason}. Stop that program, or choose another port with --port.`, { cause })
  } finally {
    probe.close()
  }
}
