import { csvFields, type FieldKind, type FieldName } from '../formats/csv/fields.ts'
import { parseCodes, parseDate, parseQuantity, parseAmount } from '../formats/csv/values.ts'

/** Kinds of which a value that looks like one tells nothing of who a patient is. Of a birth date, a name or a number of a person it would. */
const harmless: Partial<Record<FieldKind, (value: string) => boolean>> = {
  date: (value) => parseDate(value) !== null || parseDate(value, 'day-first') !== null,
  amount: (value) => parseAmount(value) !== null || parseAmount(value, 'european') !== null,
  quantity: (value) => parseQuantity(value) !== null,
  codes: (value) => parseCodes(value).every((code) => /^[A-Z]?\d[0-9A-Z.]{0,6}$/i.test(code)),
  modifiers: (value) => parseCodes(value).every((code) => /^[A-Z0-9]{2}$/i.test(code)),
  group: (value) => /^[A-Z]{2}$/.test(value),
  'reason-codes': (value) => /^(?:[A-Z]{2}[- ]?)?[A-Z]?\d{1,3}$/.test(value),
  'remark-codes': (value) => /^(?:MA?|N)\d{1,4}$/.test(value),
}

/** A value of a column as it may be shown: amounts, dates of service and codes as they are; of anything else only its shape, `Xxxxx 99-999`. */
export function maskedExample(field: FieldName | null, value: string): string {
  if (field !== null && field !== 'dateOfBirth' && harmless[csvFields[field].kind]?.(value)) return value
  return value
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? letter : 'x'))
    .replace(/\p{N}/gu, '9')
}
