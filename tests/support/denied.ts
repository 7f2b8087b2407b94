import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";

/** Changes even when an act is refused, and must: attempts are counted. */
const counted = ["rate_limit", "_prisma_migrations"];

/**
 * Declares the test that a mutation is refused: it throws ForbiddenError or NotFoundError and changes no row of any
 * table. `tests/architecture/coverage.test.ts` asks for one per mutation.
 * @param mutation the exported name of the mutation
 * @param whom who is refused, as the end of a sentence: "to a referent of another body"
 * @param attempt calls the mutation with an actor who lacks the right; runs inside the test, after its fixtures
 */
export function denied(mutation: string, whom: string, attempt: () => Promise<unknown>): void {
  test(`${mutation} is denied ${whom}`, () => expectRefusal(attempt));
}

/** Fails unless the attempt throws ForbiddenError or NotFoundError and leaves every row as it was. */
export async function expectRefusal(attempt: () => Promise<unknown>): Promise<void> {
  const before = await everyRow();
  const refusal = await attempt().then(
    () => "nothing was refused",
    (error: unknown) => error,
  );
  expect(refusal instanceof ForbiddenError || refusal instanceof NotFoundError, String(refusal)).toBe(true);
  const after = await everyRow();
  const touched = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(touched, `rows changed in ${touched.join(", ")}`).toEqual([]);
}

/** Number and fingerprint of the rows of each table, jobs included. */
async function everyRow(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string; quoted: string }[]>`
    select c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and (n.nspname = current_schema()
      or n.nspname = 'graphile_worker' and c.relname in ('_private_jobs', 'jobs'))
    order by 2`;
  const counts = tables
    .filter(({ name }) => !counted.includes(name))
    .map(
      ({ quoted }) =>
        `select '${quoted}' as name, count(*) || ' ' || coalesce(sum(hashtext(r::text)), 0) as rows from ${quoted} r`,
    );
  // The names come from the catalogue, quoted by the server.
  const rows = await db.$queryRawUnsafe<{ name: string; rows: string }[]>(counts.join(" union all "));
  return Object.fromEntries(rows.map((one) => [one.name, one.rows]));
}
