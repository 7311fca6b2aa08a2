import { Document, Packer, Paragraph, TextRun } from 'docx'

/** In half points, as the format counts. */
const SIZE = 22

/** What XML cannot hold. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A letter as a document of a word processor: a paragraph a line, to be worked on. */
export function letterDocx(text: string, { title }: { title: string }): Promise<Buffer> {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROLS, '').split('\n')
  const document = new Document({
    title,
    creator: 'Overturn',
    lastModifiedBy: 'Overturn',
    styles: { default: { document: { run: { font: 'Arial', size: SIZE } } } },
    sections: [{ children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })) }],
  })
  return Packer.toBuffer(document)
}
