/** The 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * The 97.5 % quantile of Student's t: how many standard errors a 95 % interval reaches to either side when the standard error itself was estimated
 * with so many degrees of freedom (3 or more, fractions allowed). Expansion 26.7.5 of Abramowitz and Stegun (1964), off by less than 0.01 from 3 on.
 */
export function studentQuantile(freedom: number): number {
  const first = (Z ** 3 + Z) / 4
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96
  const third = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384
  const fourth = (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92160
  return Z + first / freedom + second / freedom ** 2 + third / freedom ** 3 + fourth / freedom ** 4
}
