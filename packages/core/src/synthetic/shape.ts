/** How the chance of a planted denial runs over time. `at` is a day counted from `asOf`, so that the demonstration is alive at any date. */
export type Shape =
  | { kind: 'constant'; rate: number }
  | { kind: 'starts'; at: number; rate: number }
  | { kind: 'grows'; from: number; to: number }
  | { kind: 'fixed'; at: number; rate: number }

/** The chance on a day of service; `firstDay` is where growth begins. */
export function rateOn(shape: Shape, day: number, firstDay: number): number {
  switch (shape.kind) {
    case 'constant':
      return shape.rate
    case 'starts':
      return day >= shape.at ? shape.rate : 0
    case 'fixed':
      return day < shape.at ? shape.rate : 0
    case 'grows':
      return shape.from + (shape.to - shape.from) * Math.min(1, Math.max(0, (day - firstDay) / -firstDay))
  }
}
