/** Of a file that holds nothing but white space so far. */
export const EMPTY = 'The file is empty; get it again from its sender'

/** What a file is that is not X12, from its first bytes; null when they could be X12. Never quotes the file: it may hold patient data. */
export function explainHead(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (/^(?:\xff\xfe|\xfe\xff|I\0S\0|\0I\0S)/.test(head)) return 'The file is UTF-16 text; save it as plain text (ASCII or UTF-8)'
  if (head.startsWith('PK\x03\x04')) return 'The file is a ZIP archive; unpack it and import what is inside'
  if (head.startsWith('\x1f\x8b')) return 'The file is compressed with gzip; unpack it and import what is inside'
  if (head.startsWith('%PDF')) return 'The file is a PDF; ask the sender for the X12 file'
  const text = withoutLead(head)
  if (text === '') return EMPTY
  if (/^(?:UNA|UNB[^A-Za-z0-9])/.test(text)) return 'The file is EDIFACT, not X12; ask the sender for the X12 file'
  if (looksLikeX12(text)) return null
  if (text.includes('\0')) return 'The file is binary, not X12; ask the sender for the X12 file'
  if (/^[[{]/.test(text)) return 'It looks like JSON, not X12; ask the sender for the X12 file'
  if (text.startsWith('<')) return 'It looks like XML or HTML, not X12; ask the sender for the X12 file'
  return 'The file is not X12; ask the sender for the X12 file'
}

/** True when the first bytes open an interchange, a group or a transaction (also in UTF-16, which `read` then refuses by name). */
export function detectX12(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return looksLikeX12(withoutLead(head)) || looksLikeX12(withoutLead(head.replace(/^(?:\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')))
}

const withoutLead = (head: string) => head.replace(/^\xef\xbb\xbf/, '').trimStart()
const looksLikeX12 = (text: string) => /^(?:ISA[^A-Za-z0-9]|GS([^A-Za-z0-9\s])[A-Z]{2}\1|ST([^A-Za-z0-9\s])\d{3}\2)/.test(text)
