/** Chance that can be repeated: the same seed gives the same data, on every machine. */
export type Chance = {
  /** from 0 up to 1, never 1 */
  next(): number;
  /** a whole number from 0 up to `below`, never `below` */
  below(limit: number): number;
  /** happens in this share of cases */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  hex(digits: number): string;
};

/** Chance from a seed (mulberry32: small, quick, even enough for invented data). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const whole = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => whole() / 4_294_967_296;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error("nothing to pick from");
      return from[below(from.length)] as T;
    },
    hex(digits) {
      let text = "";
      while (text.length < digits) text += whole().toString(16).padStart(8, "0");
      return text.slice(0, digits);
    },
  };
}

/** An identifier as the application makes them (UUID v7): it holds the moment, so that new rows lie together. */
export function identifier(chance: Chance, at: number): string {
  const time = Math.max(0, at).toString(16).padStart(12, "0");
  const rest = chance.hex(18);
  const variant = "89ab"[Number.parseInt(rest[3] as string, 16) % 4];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(6, 18)}`;
}
