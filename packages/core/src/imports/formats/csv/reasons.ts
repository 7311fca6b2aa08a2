/** A reason code as a table writes it: `CO-197`, `CO197`, `PR 1`, or the bare `197`. */
export interface ReasonCode {
  group: string
  carc: string
}

const CARC = /^(?:(CO|PR|OA|PI|CR)[\s:-]*)?([ABDPWY]?\d{1,3})$/i
const IN_TEXT = /^(CO|PR|OA|PI|CR)[\s:-]*([ABDPWY]?\d{1,3})(?=$|[^A-Za-z0-9.])/i
const REMARK = /^(?:M|MA|N)\d{1,4}$/i
/** Deductible, coinsurance, copayment: the patient's by their nature. */
const PATIENT_SHARE = new Set(['1', '2', '3'])

const codeOf = (group: string | undefined, carc: string): ReasonCode => {
  const code = carc.toUpperCase().replace(/^0+(?=\d)/, '')
  return { group: (group ?? (PATIENT_SHARE.has(code) ? 'PR' : 'CO')).toUpperCase(), carc: code }
}

/** Pieces of a cell with several codes; a group letter pair and its number may stand apart ("CO 45"). */
const pieces = (text: string) =>
  text
    .replace(/\b(CO|PR|OA|PI|CR)[\s:]+(?=[ABDPWY]?\d)/gi, '$1-')
    .split(/[\s,;|/]+/)
    .filter(Boolean)

/**
 * Every reason code of a cell; null when anything in it is none, so that a text is never taken for a code. A code without a group is the
 * payer's contract (CO), but deductible, coinsurance and copayment (1, 2, 3) are the patient's (PR); `group` is that of a column of its own.
 */
export function parseReasonCodes(text: string, group?: string): ReasonCode[] | null {
  const matches = pieces(text).map((piece) => CARC.exec(piece))
  if (matches.length === 0) return null
  const codes = matches.flatMap((match) => (match ? [codeOf(match[1] ?? group, match[2] as string)] : []))
  return codes.length === matches.length ? codes : null
}

/** The code with its group before the words of a reason: "CO-197 Authorization absent". */
export function leadingReasonCode(text: string): ReasonCode | null {
  const match = IN_TEXT.exec(text.trim())
  return match ? codeOf(match[1], match[2] as string) : null
}

/** Every remark code (RARC) of a cell; null when anything in it is none. */
export function parseRemarkCodes(text: string): string[] | null {
  const codes = text.split(/[\s,;|/]+/).filter(Boolean)
  return codes.length > 0 && codes.every((code) => REMARK.test(code)) ? codes.map((code) => code.toUpperCase()) : null
}
