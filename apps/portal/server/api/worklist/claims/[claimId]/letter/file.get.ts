import { queryInput } from '@overturn/core/api/query'
import { perform } from '@overturn/core/operation'
import { workLetter } from '@overturn/core/worklist/letters/letter'

const asked = workLetter.input.omit({ text: true, claimId: true })

/** The letter of a claim as a file; a PDF where nothing else is asked for. */
export default defineEventHandler((event) =>
  answering(event, async (log) => {
    event.context.operation = workLetter.name
    const context = await contextOf(event, log, workLetter)
    const input = queryInput(asked, new URLSearchParams(urlOf(event).split('?')[1]))
    const claimId = getRouterParam(event, 'claimId', { decode: true })
    const { text, file } = await perform(workLetter, context, { format: 'pdf', ...input, claimId })
    setResponseHeaders(event, {
      'content-type': file?.type ?? 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${file?.name ?? 'letter.txt'}"`,
      'cache-control': 'no-store',
    })
    return file === null ? text : Buffer.from(file.content, 'base64')
  }),
)
