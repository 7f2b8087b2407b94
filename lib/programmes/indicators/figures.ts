/** A reading of an indicator: of a body, or of the whole where there is no body. */
export type Reading = {
  id: string;
  organisationId: string | null;
  body: string | null;
  observedOn: Date;
  /** null: not received */
  value: number | null;
  total: number | null;
  source: string;
};

/** The figure of an indicator at its last readings, and what it is made of. */
export type Figure = {
  value: number | null;
  total: number | null;
  /** value of total in hundredths, where the indicator is a share */
  percent: number | null;
  /** bodies whose figure was received, of all that were asked */
  received: number;
  asked: number;
  observedOn: Date | null;
};

/** The last reading of each body, and of the whole, in the order of the bodies' names. */
export function lastReadings(readings: readonly Reading[]): Reading[] {
  const last = new Map<string, Reading>();
  for (const reading of readings) {
    const key = reading.organisationId ?? "";
    const known = last.get(key);
    if (!known || known.observedOn < reading.observedOn) last.set(key, reading);
  }
  return [...last.values()].sort((a, b) => (a.body ?? "").localeCompare(b.body ?? "", "it"));
}

/**
 * Adds the last readings up. A figure that was not received is left out of value and total, never counted as zero. A
 * reading of the whole stands before a sum of bodies.
 */
export function sumUp(last: readonly Reading[], isShare: boolean): Figure {
  const whole = last.find(({ organisationId }) => organisationId === null);
  const counted = whole ? [whole] : last;
  const received = counted.filter(({ value }) => value !== null);
  const value = received.length > 0 ? received.reduce((sum, one) => sum + (one.value ?? 0), 0) : null;
  const totals = received.filter(({ total }) => total !== null);
  const total = isShare && totals.length > 0 ? totals.reduce((sum, one) => sum + (one.total ?? 0), 0) : null;
  const dates = counted.map(({ observedOn }) => observedOn.getTime());
  return {
    value,
    total,
    percent: value !== null && total ? (100 * value) / total : null,
    received: received.length,
    asked: counted.length,
    observedOn: dates.length > 0 ? new Date(Math.max(...dates)) : null,
  };
}

/** One reading as hundredths of its total. */
export function percentOf({ value, total }: Pick<Reading, "value" | "total">): number | null {
  return value !== null && total ? (100 * value) / total : null;
}
