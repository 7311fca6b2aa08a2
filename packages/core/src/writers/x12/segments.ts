import type { IsoDate } from '../../dates.ts'
import { decimalText, type Cents } from '../../money.ts'

type Element = string | number | null | undefined

/** A segment with its terminator; elements at its end that are empty are left out. */
export function segment(...elements: Element[]): string {
  let last = elements.length
  while (last > 1 && (elements[last - 1] ?? '') === '') last--
  let text = String(elements[0])
  for (let index = 1; index < last; index++) text += `*${elements[index] ?? ''}`
  return `${text}~\n`
}

/** The components of an element, without empty ones at its end. */
export const composite = (...components: Element[]): string =>
  components
    .map((component) => component ?? '')
    .join(':')
    .replace(/:+$/, '')

/** An amount as X12 wants it: no more digits than it needs. `12000` is `120`, `-1250` is `-12.5`. */
export function amountText(cents: Cents): string {
  return cents % 100 === 0 ? String(cents / 100) : decimalText(cents).replace(/0$/, '')
}

export const optionalAmount = (cents: Cents | null): string | null => (cents === null ? null : amountText(cents))

export const compactDate = (date: IsoDate | null): string | null => date && date.replaceAll('-', '')

/** D8 and a day, or RD8 and two. */
export const period = (start: IsoDate, end: IsoDate | null): [string, string] =>
  end === null || end === start ? ['D8', compactDate(start) ?? ''] : ['RD8', `${compactDate(start)}-${compactDate(end)}`]

/** Text without what separates and ends elements, and without control characters. */
export const plain = (text: string | null | undefined): string | null =>
  // oxlint-disable-next-line no-control-regex -- they are what must not stand there
  text?.replace(/[*:~^\u0000-\u001F]+/g, ' ').trim() || null

/** Last and first name of `Last, First` or `First Last`. */
export function personName(name: string | null): [last: string | null, first: string | null] {
  const [last, first] = (name ?? '').split(', ')
  if (first !== undefined) return [plain(last), plain(first)]
  const space = (name ?? '').lastIndexOf(' ')
  return space < 0 ? [plain(name), null] : [plain(name?.slice(space + 1)), plain(name?.slice(0, space))]
}

/** How many segments a text of whole segments has. */
export function segmentCount(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
