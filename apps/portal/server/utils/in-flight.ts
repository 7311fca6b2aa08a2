import type { ServerResponse } from 'node:http'

const answers = new Set<ServerResponse>()

export const requestsInFlight = (): number => answers.size

/** Remembers an answer until it is whole, or nobody waits for it any more. While the server ends, each connection ends with its answer. */
export function trackAnswer(response: ServerResponse): void {
  answers.add(response)
  response.once('close', () => answers.delete(response))
  if (endingSignal.aborted) closeWithAnswer(response)
}

endingSignal.addEventListener('abort', () => answers.forEach(closeWithAnswer))

function closeWithAnswer(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}
