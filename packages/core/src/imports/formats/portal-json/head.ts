import { keysAt } from '../../json/keys.ts'
import { kindOfFields, kindOfList } from './kinds.ts'

const UTF16 = /^(?:\xff\xfe|\xfe\xff|[[{]\0|\0[[{])/

/** True when the first bytes are JSON whose first keys are those of a portal export (also in UTF-16, which `read` then refuses by name). */
export function detectPortalJson(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.subarray(0, 4096)).toString('latin1')
  const text = (UTF16.test(bytes) ? bytes.replace(/^(?:\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '') : bytes).replace(/^\xef\xbb\xbf/, '').trimStart()
  if (text.startsWith('{')) return keysAt(text, 1).some((key) => kindOfList(key) !== null)
  if (!text.startsWith('[')) return false
  // A list without elements is an export with nothing in it, whatever it would have held.
  return /^\[\s*\]\s*$/.test(text) || kindOfFields(new Set(keysAt(text, 2))) !== null
}
