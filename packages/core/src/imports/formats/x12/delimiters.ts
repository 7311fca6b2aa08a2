export interface Delimiters {
  element: string
  component: string
  /** ISA11 since version 00402; before that it named a standard. */
  repetition: string | null
  terminator: string
}

export interface InterchangeHeader {
  delimiters: Delimiters
  /** Index of the terminator of ISA. */
  end: number
  /** False when ISA is not 106 bytes with its separators where they belong. */
  wellFormed: boolean
}

/** Offsets of the sixteen separators in an ISA of 106 bytes. */
const SEPARATORS = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]
/** How far an ISA whose elements are not padded as they should be may reach. */
const REACH = 400
const DEFAULT_COMPONENT = ':'

const isWord = (character: string | undefined) => character === undefined || /[A-Za-z0-9]/.test(character)
const isLineBreak = (character: string | undefined) => character === '\r' || character === '\n'

export function startsInterchange(text: string, at: number): boolean {
  return text.charCodeAt(at) === 73 && text.startsWith('ISA', at) && !isWord(text[at + 3])
}

/** The delimiters that an ISA at this index declares; null when it cannot be told where the ISA ends. */
export function readInterchangeHeader(text: string, at: number): InterchangeHeader | null {
  const element = text[at + 3] ?? ''
  const wellFormed = SEPARATORS.every((offset) => text[at + offset] === element)
  const last = wellFormed ? at + 103 : sixteenthSeparator(text, at, element)
  if (last === null) return null
  const elements = text
    .slice(at, last)
    .replace(/[\r\n]/g, '')
    .split(element)
  const ending = endingOf(text, last)
  if (!ending || !/^ *\d{5} *$/.test(elements[12] ?? '')) return null
  const standards = (elements[11] ?? '').trim()
  const repetition = standards.length === 1 && !isWord(standards) ? standards : null
  const { component, terminator, end } = ending
  return { delimiters: { element, component, repetition, terminator }, end, wellFormed: wellFormed && ending.complete }
}

/** ISA16 and the terminator after the last separator. ISA16 left out shows by a letter or a line break where the terminator should be. */
function endingOf(text: string, last: number): { component: string; terminator: string; end: number; complete: boolean } | null {
  const component = text[last + 1]
  const terminator = text[last + 2]
  if (component === undefined || isWord(component) || component === text[last]) return null
  const leftOut = isWord(terminator) || (component === '~' && isLineBreak(terminator)) || isLineBreak(component)
  if (leftOut) return { component: DEFAULT_COMPONENT, terminator: component, end: last + 1, complete: false }
  return { component, terminator: terminator!, end: last + 2, complete: true }
}

function sixteenthSeparator(text: string, at: number, element: string): number | null {
  let last = at + 3
  for (let found = 1; found < SEPARATORS.length; found++) {
    last = text.indexOf(element, last + 1)
    if (last === -1 || last > at + REACH) return null
  }
  return last
}

const GROUP = /GS([^A-Za-z0-9\s])[A-Z]{2}(?:\1(?:(?!\1).){0,35}){6}\1[A-Za-z0-9]{1,12} *([^A-Za-z0-9 ])/y
const TRANSACTION = /ST([^A-Za-z0-9\s])\d{3}\1[A-Za-z0-9]{1,9} *(?:\1[A-Za-z0-9]*)?([^A-Za-z0-9 ])/y
const COMPOSITE = /(?:(?:SVC|SV1|SV3)[^A-Za-z0-9](?:AD|ER|HC|HP|IV|N4|NU|RB|UI|WK|ZZ)|HI[^A-Za-z0-9]A?BK)([^A-Za-z0-9\s])[A-Z0-9]/

/** Works the delimiters out of a file that starts at GS or ST, from its first segment and its first procedure or diagnosis code. */
export function guessDelimiters(text: string, at: number): Delimiters | null {
  for (const pattern of [GROUP, TRANSACTION]) {
    pattern.lastIndex = at
    const [, element, terminator] = pattern.exec(text) ?? []
    if (!element || !terminator || element === terminator) continue
    const component = COMPOSITE.exec(text)?.[1]
    return { element, terminator, component: component && component !== element ? component : DEFAULT_COMPONENT, repetition: null }
  }
  return null
}
