import pg from "pg";
import { isQuery } from "../statements";

/** A statement as it was sent. */
export type Statement = { text: string; values: unknown[] };

/** One step of a plan that reads rows. */
export type Scan = { node: string; table: string | null; index: string | null; read: number };

/** How a statement was carried out. */
export type Plan = {
  statement: Statement;
  /** the plan's first node */
  node: string;
  /** rows that its scans read, those included that were then left out */
  read: number;
  /** pages of 8 kB, from memory or disk */
  pages: number;
  ms: number;
  scans: Scan[];
};

/** The statements that a piece of work sends to the database, with its result thrown away. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first, values] = args;
    if (typeof first === "object" && first !== null && "text" in first)
      sent.push({ text: String(first.text), values: [...((first as { values?: unknown[] }).values ?? [])] });
    else if (typeof first === "string")
      sent.push({ text: first, values: Array.isArray(values) ? values : [] });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent.filter(isQuery);
}

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Node[];
};

/** Carries a statement out once more and tells how. */
export async function explain(client: pg.Client, statement: Statement): Promise<Plan> {
  const { rows } = await client.query(
    `explain (analyze, buffers, timing off, format json) ${statement.text}`,
    statement.values,
  );
  const [{ Plan: root, "Execution Time": ms }] = rows[0]["QUERY PLAN"] as [
    { Plan: Node; "Execution Time": number },
  ];
  const scans = scansOf(root, null);
  return {
    statement,
    node: root["Node Type"],
    read: scans.reduce((sum, { node, read }) => sum + (node === "Bitmap Index Scan" ? 0 : read), 0),
    pages: (root["Shared Hit Blocks"] ?? 0) + (root["Shared Read Blocks"] ?? 0),
    ms,
    scans,
  };
}

function scansOf(node: Node, table: string | null): Scan[] {
  const type = node["Node Type"];
  // A bitmap's index names no table: it is that of the scan above it.
  const of = node["Relation Name"] ?? table;
  const left = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  const read = Math.round((node["Actual Rows"] + left) * node["Actual Loops"]);
  const index = node["Index Name"] ?? null;
  const own = node["Relation Name"] || index ? [{ node: type, table: of, index, read }] : [];
  return [...own, ...(node.Plans ?? []).flatMap((child) => scansOf(child, of))];
}
