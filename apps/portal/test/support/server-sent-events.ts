export interface ReceivedEvent<Data> {
  id: string
  event: string
  data: Data
}

/** The events of an answer, until it ends or nobody wants more. */
export async function* eventsOf<Data>(response: Response): AsyncGenerator<ReceivedEvent<Data>> {
  let text = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block
          .split('\n')
          .filter((line) => !line.startsWith(':'))
          .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
      ) as Record<string, string>
      if (fields.data !== undefined) yield { id: fields.id!, event: fields.event!, data: JSON.parse(fields.data) as Data }
    }
  }
}
