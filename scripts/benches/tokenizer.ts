import { Outbox } from '../../packages/core/src/imports/formats/x12/issues.ts'
import { x12Importer } from '../../packages/core/src/imports/formats/x12/importer.ts'
import { tokenize } from '../../packages/core/src/imports/formats/x12/tokenizer.ts'
import { claim835, interchange, remittance, render } from '../../packages/core/test/factories/x12.ts'

const MEGABYTES = 50
const CHUNK = 256 * 1024

/** Splits and reads one large 835 of invented claims, in chunks as a file gives them. */
export async function runTokenizerBench(): Promise<void> {
  const one = render(claim835).length
  const claims = Math.ceil((MEGABYTES * 1_000_000) / one)
  const bytes = render(interchange([remittance({ claims: Array.from({ length: claims }, () => claim835), payment: String(claims * 80) })]))
  await measure('segments', bytes, async () => {
    let segments = 0
    for await (const batch of tokenize(inChunks(bytes), new Outbox(false))) segments += batch.segments.length
    return segments
  })
  await measure('records ', bytes, async () => {
    let records = 0
    for await (const batch of x12Importer.read(inChunks(bytes), { partial: false })) records += batch.length
    return records
  })
}

async function measure(what: string, bytes: Uint8Array, work: () => Promise<number>): Promise<void> {
  const since = performance.now()
  const count = await work()
  const elapsed = (performance.now() - since) / 1000
  console.log(
    `${what}  ${(bytes.length / 1_000_000 / elapsed).toFixed(1)} MB/s, ${count.toLocaleString('en-US')} in ${elapsed.toFixed(2)} s, ${megabytes()} MB resident`,
  )
}

const megabytes = () => Math.round(process.memoryUsage.rss() / 1_000_000)

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}
