import type { PortalData } from "../../portal";
import { accounts, otherBody, runningEdition, strangers, type Who } from "../accounts";
import type { Fields } from "../call";

/** For whom a call is right, and what the others may learn. */
export type Meant = {
  /** the call succeeds for this account */
  right: Who;
  /** others that it would succeed for; everybody else is refused */
  also?: readonly Who[];
  /** who is answered as if the thing did not exist; the others may learn that it does, and that it is not theirs */
  hiddenFrom?: readonly Who[];
};

/** An action with a call that is right in everything but who makes it. */
export type Row = Meant & {
  /** rows that make what this one needs, where not all are tried */
  needs?: readonly string[];
  /** valid arguments as the demonstration stands now; may add what the demonstration lacks */
  input: (demo: Demo) => Promise<Fields>;
};

/** Rows by the name that the action declares, in the order in which they are tried. */
export type Rows = Record<string, Row>;

export const everybodyElse = { members: strangers, body: [...strangers, ...otherBody] } as const;
/** Everybody but those for whom something is meant. */
export const others = (...meant: readonly Who[]): Who[] =>
  [...accounts, "nobody" as const].filter((who) => !meant.includes(who));
export const posters = [
  "coordinatore",
  "esperto",
  "referente.a",
  "staff.a",
  "referente.b",
  "staff.b",
] as const;
export const members = [...posters, "osservatore"] as const;

/** The demonstration as the rows ask it. */
export type Demo = {
  /** the first row as texts; fails when there is none, since then the test would be one of nothing */
  row<Name extends string>(sql: string, values?: unknown[]): Promise<Record<Name, string>>;
  /** as `row`, of the running edition, whose identifier is $1 */
  edition<Name extends string>(sql: string): Promise<Record<Name, string>>;
};

/** Asks the database of a portal under test. */
export function demoOf(data: Pick<PortalData, "rows">): Demo {
  const row = async <Name extends string>(sql: string, values: unknown[] = []) => {
    const [found] = await data.rows<Record<Name, unknown>>(sql, values);
    if (!found) throw new Error(`the demonstration has nothing for: ${sql}`);
    const texts = Object.entries(found).map(([name, value]) => [name, String(value)]);
    return Object.fromEntries(texts) as Record<Name, string>;
  };
  return {
    row,
    edition: async (sql) => {
      const { id } = await row<"id">("select id from programme where slug = $1", [runningEdition]);
      return row(sql, [id]);
    },
  };
}
