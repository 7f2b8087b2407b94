import type { Promised } from "@/scripts/bench/data/cases";
import type { Loaded } from "@/scripts/bench/data/load";
import type { Plan } from "@/scripts/bench/data/plans";
import type { Measured } from "@/scripts/bench/data/rounds";
import { circumstances, type Section, table } from "../report";

/** What is wanted of each kind of promise. */
const wanted = { ratio: 1.3, search: 300 };
/** Rows from which a table counts as big: nothing reads it from end to end. */
const big = 100_000;

const ms = (value: number) => value.toFixed(1);
const count = (value: number) => value.toLocaleString("en");

/** What was loaded, what was measured on it, and how each statement was carried out. */
export function tell(
  { full, small }: { full: Loaded; small: Loaded },
  measured: Measured[],
  plans: { name: string; plans: Plan[] }[],
): Section[] {
  const of = (promised: Promised) => measured.filter((one) => one.promised === promised);
  const bigTables = full.tables.filter(({ rows }) => rows >= big).map((one) => one.table);
  const body = [
    `${circumstances()} \`npm run bench -- data --posts ${full.world.shape.posts} --documents ` +
      `${full.world.shape.documents} --sessions ${full.world.shape.sessions}\`.`,
    `Invented data by COPY, every check, key, trigger and index in force: ${count(rowsOf(full))} rows in ` +
      `${(full.ms / 1000).toFixed(0)} s, a hundredth of it beside (${count(rowsOf(small))} rows). The largest ` +
      "programme has a fifth of everything and is the one measured; its longest thread has two posts in a hundred.",
    table(
      ["table", "rows", "a hundredth", "s"],
      full.tables.map(({ table: name, rows, ms: taken }) => [
        name,
        count(rows),
        count(small.tables.find((one) => one.table === name)?.rows ?? 0),
        (taken / 1000).toFixed(1),
      ]),
    ),
    "### As quick however much there is",
    "Medians of five alternating rounds of seven, in milliseconds; the ratio is the median of the rounds' own. Wanted: at " +
      `most ${wanted.ratio}.`,
    ratios(of("steady"), (one) => one.ratio <= wanted.ratio),
    "### Search",
    `Of 35 on the full data. Wanted: at most ${wanted.search} ms for 95 in 100.`,
    ratios(of("search"), (one) => one.p95 <= wanted.search),
    "### What shows or counts all there is",
    "Told, not promised: a matrix, a month, a total.",
    ratios(of("told")),
    "### Plans",
    `How each statement of the full data's cases that reads a table of ${count(big)} rows or more is carried out ` +
      `(${bigTables.map((name) => `\`${name}\``).join(", ")}): the rows that its scans read, pages of 8 kB, milliseconds. ` +
      whole(plans, bigTables),
    planTable(plans, bigTables),
  ];
  return [{ heading: "Scale of data", body: body.join("\n\n") }];
}

function ratios(measured: Measured[], holds?: (one: Measured) => boolean): string {
  return table(
    ["what", "a hundredth", "full", "ratio", "p95, full", ...(holds ? ["as wanted"] : [])],
    measured.map((one) => [
      one.name,
      ...[ms(one.small), ms(one.full), one.ratio.toFixed(2), ms(one.p95)],
      ...(holds ? [holds(one) ? "yes" : "**no**"] : []),
    ]),
  );
}

/** Scans of a big table from end to end, said in words. */
function whole(plans: { name: string; plans: Plan[] }[], bigTables: string[]): string {
  const found = plans.filter((one) =>
    one.plans.some((plan) => plan.scans.some((scan) => isWhole(scan, bigTables))),
  );
  return found.length === 0
    ? "None reads one of them from end to end."
    : `From end to end: ${found.map(({ name }) => name).join("; ")}.`;
}

function isWhole({ node, table: name }: Plan["scans"][number], bigTables: string[]): boolean {
  return node.endsWith("Seq Scan") && name !== null && bigTables.includes(name);
}

function planTable(plans: { name: string; plans: Plan[] }[], bigTables: string[]): string {
  const rows = plans.flatMap(({ name, plans: all }) =>
    all
      .filter(({ scans }) => scans.some(({ table: of }) => of !== null && bigTables.includes(of)))
      .map((plan) => {
        const steps = plan.scans
          .filter(({ node }) => node !== "Bitmap Heap Scan")
          .map(({ node, table: of, index }) => (index ? `\`${index}\`` : `${node} \`${of}\``));
        return [
          name,
          `${plan.node}: ${[...new Set(steps)].join(", ")}`,
          count(plan.read),
          count(plan.pages),
          ms(plan.ms),
        ];
      }),
  );
  return table(["statement of", "plan", "rows", "pages", "ms"], rows);
}

function rowsOf({ tables }: Loaded): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
