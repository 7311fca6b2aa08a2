import { z } from 'zod'

/** An address as it is kept and compared: in lower case. */
export const email = z
  .email('must be an e-mail address')
  .max(254)
  .transform((value) => value.toLowerCase())
