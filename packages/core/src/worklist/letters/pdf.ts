import Pdf from 'pdfkit'

const MARGIN = 72
const SIZE = 11

/** What Windows-1252, which the fonts of every PDF reader are written in, has beyond Latin 1. */
const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** Letters that no decomposition leads back to a plain one. */
const PLAIN: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
  ə: 'e',
  Ə: 'E',
  '\u2011': '-',
  '\u2212': '-',
  '\t': '    ',
}
const CANNOT = '?'

const isShown = (character: string) => {
  const code = character.codePointAt(0)!
  return character === '\n' || (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || BEYOND_LATIN_1.includes(character)
}

/** The text in letters that a PDF without fonts of its own can show: the plain letter for one that it cannot. `replaced` are those, each once. */
export function showable(text: string): { text: string; replaced: string[] } {
  const replaced = new Set<string>()
  const shown = Array.from(text.normalize('NFC').replaceAll(/\r\n?/g, '\n'), (character) => {
    if (isShown(character)) return character
    if (character !== '\t') replaced.add(character)
    const plain = PLAIN[character] ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
    return plain !== '' && Array.from(plain).every(isShown) ? plain : CANNOT
  }).join('')
  return { text: shown, replaced: [...replaced] }
}

/** A letter on pages of US letter size. `now` stands in the document as the day on which it was made. */
export async function letterPdf(text: string, { title, now }: { title: string; now: Date }): Promise<Buffer> {
  const document = new Pdf({
    size: 'LETTER',
    margin: MARGIN,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: title, CreationDate: now, ModDate: now },
  })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => document.once('end', resolve).once('error', reject))
  document.font('Helvetica').fontSize(SIZE)
  // An empty line is a line: pdfkit writes nothing for it by itself.
  for (const line of showable(text).text.split('\n')) {
    if (line.trim() === '') document.moveDown()
    else document.text(line, { lineGap: 2 })
  }
  document.end()
  await ended
  return Buffer.concat(parts)
}
