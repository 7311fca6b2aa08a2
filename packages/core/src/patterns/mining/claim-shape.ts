/**
 * What the search for patterns sees of adjudicated claims: the attributes on which conditions can be put, and for which reason each line was denied at
 * the first decision of the primary payer (null: it was not, or as a duplicate). Claims of which all this is the same are one shape with a count, so
 * that the database counts and the search only adds up. No patient, no claim, no amount.
 */
export interface ClaimShape {
  payer: string | null
  /** Who billed. */
  provider: string | null
  claimType: string | null
  /** The largest of DAYS_TO_SUBMISSION that the claim exceeded; 0 for none; null where a day is unknown. */
  submittedLaterThan: number | null
  lines: readonly LineShape[]
  /** Reason of a denial of the claim as a whole, where no line was denied: it holds for every line. */
  reason: string | null
  /** Served in the later part of the period, which the first search does not see. */
  later: boolean
  /** So many claims. */
  count: number
}

export interface LineShape {
  procedureCode: string | null
  modifiers: readonly string[]
  /** Those of the line, or of the claim where the line names none. */
  diagnoses: readonly string[]
  placeOfService: string | null
  /** Who rendered the service, as the line says it, else the claim. */
  renderingProvider: string | null
  reason: string | null
}
