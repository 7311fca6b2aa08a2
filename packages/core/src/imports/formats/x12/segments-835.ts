type Place = 'header' | 'header or claim' | 'detail' | 'claim' | 'summary' | 'harmless'
export interface Rule {
  place: Place
  /** Elements it may have at most, where more of them mean that a terminator was lost and the next segment, perhaps a claim, hides in it. */
  longest: number
}

/** Where the segments of an 835 belong. `harmless` ones are of the header and carry nothing Overturn keeps. */
export const segments835 = new Map<string, Rule>()
const place = (where: Place, segments: Record<string, number>) =>
  Object.entries(segments).forEach(([id, longest]) => segments835.set(id, { place: where, longest }))
place('header', { BPR: Infinity, TRN: Infinity, N1: Infinity })
place('harmless', { NTE: Infinity, CUR: Infinity, N2: Infinity, N3: Infinity, N4: Infinity, RDM: Infinity })
place('header or claim', { REF: 4, DTM: 6, PER: Infinity, NM1: 12 })
place('detail', { LX: 1, TS3: Infinity, TS2: Infinity, CLP: 14 })
place('claim', { CAS: Infinity, MIA: Infinity, MOA: 9, AMT: 3, QTY: 4, SVC: Infinity, LQ: 2 })
place('summary', { PLB: Infinity })

/** Even a piece of a segment that cannot stand in a claim payment proves that the one before it is whole. */
export const endsClaim = (id: string) => id === 'SE' || ['detail', 'summary'].includes(segments835.get(id)?.place ?? '')
