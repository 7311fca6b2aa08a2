/** What segments of a claim (837) and of a claim payment (835) say, and what their elements are, in our own short words. */
interface SegmentWords {
  label: string
  /** By their place, from 1; what is not named has no word here. */
  elements: readonly string[]
}

const AMOUNTS = ['Group', 'Reason', 'Amount', 'Quantity', 'Reason', 'Amount', 'Quantity', 'Reason', 'Amount', 'Quantity']

const segments: Record<string, SegmentWords> = {
  CLP: {
    label: 'Claim payment',
    elements: [
      'Account number',
      'How it was processed',
      'Charge',
      'Paid',
      "Patient's share",
      'Kind of plan',
      "Payer's claim number",
      'Place or type of bill',
      'Frequency',
    ],
  },
  CLM: {
    label: 'Claim',
    elements: ['Account number', 'Charge', '', '', 'Place, qualifier, frequency', 'Signature on file', 'Assignment', 'Benefits assigned'],
  },
  CAS: { label: 'Adjustment', elements: AMOUNTS },
  SVC: { label: 'Service line paid', elements: ['Procedure and modifiers', 'Charge', 'Paid', 'Revenue code', 'Units paid', 'Procedure as submitted'] },
  SV1: { label: 'Professional service', elements: ['Procedure and modifiers', 'Charge', 'Unit', 'Units', 'Place of service', '', 'Diagnoses by number'] },
  SV2: { label: 'Institutional service', elements: ['Revenue code', 'Procedure and modifiers', 'Charge', 'Unit', 'Units'] },
  SV3: { label: 'Dental service', elements: ['Procedure and modifiers', 'Charge', 'Place of service', 'Area of the mouth'] },
  NM1: {
    label: 'Party',
    elements: ['Role', 'Person (1) or organization (2)', 'Last or whole name', 'First name', 'Middle name', '', '', 'Kind of number', 'Number'],
  },
  DTM: { label: 'Date', elements: ['Which date', 'Date'] },
  DTP: { label: 'Date', elements: ['Which date', 'How it is written', 'Date or period'] },
  REF: { label: 'Reference', elements: ['Kind of number', 'Number'] },
  AMT: { label: 'Amount', elements: ['Which amount', 'Amount'] },
  QTY: { label: 'Quantity', elements: ['Which quantity', 'Quantity'] },
  LQ: { label: 'Remark', elements: ['List', 'Remark code'] },
  MIA: { label: 'Inpatient remarks', elements: [] },
  MOA: { label: 'Outpatient remarks', elements: ['Rate', 'Amount', 'Remark code', 'Remark code', 'Remark code', 'Remark code', 'Remark code'] },
  HI: { label: 'Diagnoses and other codes', elements: [] },
  LX: { label: 'Line', elements: ['Number'] },
  SBR: { label: 'Insurance', elements: ['Order of the payer', 'Relationship', 'Group number', 'Group name', '', '', '', '', 'Kind of plan'] },
  PAT: { label: 'Patient', elements: ['Relationship'] },
  DMG: { label: 'Birth date and sex', elements: ['How it is written', 'Birth date', 'Sex'] },
  PRV: { label: 'Specialty', elements: ['Role', 'Kind of code', 'Taxonomy'] },
  SVD: { label: 'Paid by an earlier payer', elements: ['Payer', 'Paid', 'Procedure and modifiers', '', 'Units'] },
  CL1: { label: 'Admission', elements: ['Kind', 'Source', 'Status at discharge'] },
  PWK: { label: 'Attachment', elements: ['Kind', 'How it is sent'] },
  NTE: { label: 'Note', elements: ['Kind', 'Text'] },
  N3: { label: 'Street', elements: ['Street'] },
  N4: { label: 'City', elements: ['City', 'State', 'ZIP code'] },
}

export interface SegmentInWords {
  id: string
  label: string
  separator: string
  elements: { text: string; word: string | null }[]
}

/** The segments of a text, one a line. What separates their elements stands behind the first id, which has as many letters as any that begins a claim. */
export function segmentsOf(text: string): SegmentInWords[] {
  const separator = text.charAt(3)
  return text.split('\n').map((segment) => {
    const [id = '', ...elements] = segment.split(separator)
    const words = segments[id]
    return { id, label: words?.label ?? '', separator, elements: elements.map((element, at) => ({ text: element, word: words?.elements[at] || null })) }
  })
}
