/** Where a segment of an 837 belongs: `party` ones stand in the levels and in the claim, `service` ones open a line where LX did not. */
export type Place837 = 'header' | 'level' | 'party' | 'claim' | 'in claim' | 'service'

export interface Rule837 {
  place: Place837
  /** Elements it may have at most; more of them mean that a terminator was lost and the next segment, perhaps a claim, hides in it. */
  longest: number
}

/** Every segment of the guides X098, X096, X097 (4010) and X222, X223, X224 (5010), with the elements X12 gives it. */
export const segments837 = new Map<string, Rule837>()
const place = (where: Place837, segments: Record<string, number>) =>
  Object.entries(segments).forEach(([id, longest]) => segments837.set(id, { place: where, longest }))

place('header', { BHT: 6 })
place('level', { HL: 4 })
place('party', { NM1: 12, N2: 2, N3: 2, N4: 7, PER: 9, REF: 4, PRV: 6, DMG: 11, SBR: 9, PAT: 9, CUR: 21 })
place('claim', { CLM: 20 })
place('in claim', { DTP: 3, HI: 12, AMT: 3, CAS: 19, LX: 1, LIN: 31, CTP: 11, SVD: 6, OI: 6, MIA: 24, MOA: 9, LQ: 2, FRM: 5, QTY: 4, NTE: 2, K3: 3, HCP: 15 })
place('in claim', { CL1: 4, DN1: 4, DN2: 6, PWK: 9, CN1: 6, CRC: 7, CR1: 10, CR2: 12, CR3: 5, CR4: 29, CR5: 18, CR6: 21, CR7: 3, CR8: 9, HSD: 8 })
place('in claim', { DSB: 8, UR: 2, TOO: 3, MEA: 12, PS1: 3, IMM: 5, SV4: 18, SV5: 7, SV6: 7, SV7: 15 })
place('service', { SV1: 21, SV2: 10, SV3: 11 })

/** Even a piece of a segment that cannot stand in a claim proves that the one before it is whole. */
export const endsClaim = (id: string) => id === 'HL' || id === 'CLM' || id === 'SE'
