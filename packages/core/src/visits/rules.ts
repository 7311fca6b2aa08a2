/** Nothing seen of a person for longer than this, and the next thing that is begins another visit. */
export const VISIT_GAP_MINUTES = 30
