import type { Counted } from "./queries";
import { type Section, table } from "./report";
import { type Goes, middle, ratio } from "./rounds";
import type { Page } from "./targets";
import type { Weight } from "./weight";

/** Pages with their goes: by number of connections, and once more at the last number as browsers ask. */
export type Measured = {
  pages: (Page & { bytes: number; weight: Weight })[];
  plain: Map<number, Goes>;
  compressed: Goes;
};

/** Requests a second and latencies of each page, with what the floors gave in the same rounds. */
export function speedSection({ pages: all, plain, compressed }: Measured, when: string): Section {
  const pages = all.filter(({ isHeavy }) => !isHeavy);
  const speed = [...plain].flatMap(([connections, goes]) => [
    `At ${connections} connection${connections === 1 ? "" : "s"}:`,
    table(
      [
        "page",
        "requests/s",
        "p50 ms",
        "p97.5 ms",
        "Node",
        "framework",
        "query",
        "÷ Node",
        "÷ framework",
        "÷ query",
      ],
      pages.map((page, index) => speedRow(page, index, goes)),
    ),
  ]);
  const asBrowsers = table(
    ["page", "requests/s", "p50 ms", "p97.5 ms", "framework", "÷ framework"],
    pages.map(({ name, like }, index) => {
      const go = middle(compressed, `page ${index}`);
      const floor = middle(compressed, `framework ${index}`);
      return [
        `${name} (${like})`,
        figure(go.perSecond),
        figure(go.p50),
        figure(go.p975),
        figure(floor.perSecond),
        ratio(compressed, `page ${index}`, `framework ${index}`).toFixed(2),
      ];
    }),
  );
  return {
    heading: "Pages",
    body: `${when}

Answers a second and the time of one, the client in a process of its own, the portal in one process beside its
PostgreSQL, all on the same cores. *Node*: a bare server of Node that sends the same bytes. *framework*: a bare
application of the framework with an empty proxy and a page of as many bytes and elements, made once (static) or at each
request (dynamic), as the page's name says. *query*: the page's dearest statement through \`pg\` alone. Everything takes
its turn in ${rounds(plain)} short rounds; figures are the middle ones, ratios the middle of the ratios within a round.

${speed.join("\n\n")}

At 16 connections as browsers ask, compressed (the framework compresses with gzip at each request):

${asBrowsers}`,
  };
}

function speedRow({ name, like }: Measured["pages"][number], index: number, goes: Goes) {
  const go = middle(goes, `page ${index}`);
  const others = ["node", "framework", "query"].map((floor) => `${floor} ${index}`);
  return [
    `${name} (${like})`,
    figure(go.perSecond),
    figure(go.p50),
    figure(go.p975),
    ...others.map((key) => (goes.has(key) ? figure(middle(goes, key).perSecond) : null)),
    ...others.map((key) => (goes.has(key) ? ratio(goes, `page ${index}`, key).toFixed(2) : null)),
  ];
}

/** What a browser loads for each page. */
export function weightSection({ pages }: Measured, when: string): Section {
  return {
    heading: "Weight",
    body: `${when}

In kB (1,000 bytes), compressed: HTML as it came over the wire, scripts and styles by brotli. The framework's own are the
scripts with which the build starts every page and those that hold only modules of its folder; all others are ours.

${table(
  ["page", "HTML as text", "HTML sent", "encoding", "scripts of ours", "scripts of the framework", "CSS"],
  pages.map(({ name, bytes, weight }) => [
    name,
    kilobytes(bytes),
    kilobytes(weight.html),
    weight.encoding,
    kilobytes(weight.own),
    kilobytes(weight.framework),
    kilobytes(weight.styles),
  ]),
)}`,
  };
}

/** What every template asks of the database. */
export function queriesSection({ templates, targets }: Counted, when: string): Section {
  return {
    heading: "Statements per page",
    body: `${when}

Statements that reach the database for one page, made anew but read before by the same reader, counted on the wire
between the portal and PostgreSQL, that of the sign-in among them. The pages of the table above: ${[
      ...targets,
    ]
      .map(([{ name }, statements]) => `${name} ${statements.length}`)
      .join(
        ", ",
      )}. Then every template that links lead to; of several pages and accounts the one that needs most.

${table(
  ["page", "as", "statements"],
  templates.map(({ page, as, statements }) => [`\`${page}\``, as || "visitor", statements.length]),
)}`,
  };
}

function rounds(plain: Measured["plain"]): number {
  return [...plain.values()][0]?.get("page 0")?.length ?? 0;
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(value >= 10 ? 1 : 2);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
