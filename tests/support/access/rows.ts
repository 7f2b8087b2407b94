import type { PortalData } from "../portal";

/**
 * What a refused call may write: attempts are counted, and a sign-in remembers when it was last used. Everything else
 * stays as it was.
 */
const counted = ["rate_limit", "_prisma_migrations"];
const touched: Record<string, string> = { sign_in: "last_seen_at" };

/** Number and fingerprint of the rows of each table, jobs included. */
export async function everyRow(data: Pick<PortalData, "rows">): Promise<Record<string, string>> {
  const tables = await data.rows<{ name: string; quoted: string }>(
    `select c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and (n.nspname = 'public'
       or n.nspname = 'graphile_worker' and c.relname = '_private_jobs')
     order by 2`,
  );
  const sums = tables
    .filter(({ name }) => !counted.includes(name))
    .map(({ name, quoted }) => {
      const row = touched[name] ? `(to_jsonb(r) - '${touched[name]}')::text` : "r::text";
      return `select '${quoted}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)), 0) as rows from ${quoted} r`;
    });
  const rows = await data.rows<{ name: string; rows: string }>(sums.join(" union all "));
  return Object.fromEntries(rows.map((one) => [one.name, one.rows]));
}

/** Names of the tables whose rows differ. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((table) => after[table] !== before[table]);
}
