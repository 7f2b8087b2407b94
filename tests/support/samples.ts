/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/**
 * How well a number tells which of two lists it comes from: the chance that one of the second is larger than one of the
 * first (area under the curve, Mann-Whitney). 0.5 tells nothing, 0 and 1 tell all.
 */
export function separation(first: readonly number[], second: readonly number[]): number {
  let larger = 0;
  for (const one of first) {
    for (const other of second) larger += (Math.sign(other - one) + 1) / 2;
  }
  return larger / (first.length * second.length);
}
