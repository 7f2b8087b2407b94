import type { Promised } from "@/scripts/bench/data/cases";
import type { Side } from "@/scripts/bench/data/side";
import { median } from "../report";

/** Something measured on both sides: the medians of each round, and every single time on the full side. */
export type Measured = {
  name: string;
  promised: Promised;
  small: number;
  full: number;
  ratio: number;
  /** the time that 95 of 100 stayed below, with the full data */
  p95: number;
};

const rounds = 5;
/** Times of one case in one round, after one that is not counted. */
const times = 7;

/** Every case on both sides, in rounds that begin with the one and the other side in turn. */
export async function measureCases(small: Side, full: Side): Promise<Measured[]> {
  const cases = await full.ask({ ask: "cases" });
  const taken = cases.map(() => ({ small: [] as number[][], full: [] as number[][] }));
  for (let round = 0; round < rounds; round += 1) {
    console.log(`round ${round + 1} of ${rounds}`);
    for (const [index, { name }] of cases.entries())
      for (const side of round % 2 === 0 ? [small, full] : [full, small]) {
        const [, ...counted] = await side.ask({ ask: "measure", name, times: times + 1 });
        taken[index]?.[side === small ? "small" : "full"].push(counted);
      }
  }
  return cases.map(({ name, promised }, index) =>
    summary(name, promised, taken[index] ?? { small: [], full: [] }),
  );
}

/** The same for pages of the portal, over HTTP. */
export async function measurePages(small: Side, full: Side): Promise<Measured[]> {
  const asked = { small: await pagesOf(small), full: await pagesOf(full) };
  const taken = asked.full.map(() => ({ small: [] as number[][], full: [] as number[][] }));
  for (let round = 0; round < rounds; round += 1)
    for (const [index] of asked.full.entries())
      for (const side of round % 2 === 0 ? (["small", "full"] as const) : (["full", "small"] as const)) {
        const page = asked[side][index] as Page;
        const counted: number[] = [];
        for (let time = 0; time <= times; time += 1) counted.push(await timeOf(page));
        taken[index]?.[side].push(counted.slice(1));
      }
  return asked.full.map(({ name, promised }, index) =>
    summary(name, promised, taken[index] ?? { small: [], full: [] }),
  );
}

function summary(name: string, promised: Promised, taken: { small: number[][]; full: number[][] }): Measured {
  const small = taken.small.map(median);
  const full = taken.full.map(median);
  const sorted = taken.full.flat().toSorted((a, b) => a - b);
  return {
    name,
    promised,
    small: median(small),
    full: median(full),
    // Of each round by itself: what else the machine did then fell on both.
    ratio: median(full.map((value, round) => value / (small[round] as number))),
    p95: sorted[Math.ceil(sorted.length * 0.95) - 1] as number,
  };
}

type Page = { name: string; promised: Promised; url: string; cookie?: string };

async function pagesOf(side: Side): Promise<Page[]> {
  const { slug, threadId, posts, cookie } = await side.ask({ ask: "pages" });
  const from = (number: number) => Math.floor((number - 1) / 20) * 20 + 1;
  const forum = `/area/programmi/${slug}/forum`;
  const thread = `${forum}/discussioni/${threadId}`;
  const page = (name: string, path: string, who?: string, promised: Promised = "steady") => ({
    name,
    promised,
    url: side.web.origin + path,
    ...(who ? { cookie: who } : {}),
  });
  return [
    page("page: thread, first", thread, cookie),
    page("page: thread, middle", `${thread}?dal=${from(Math.ceil(posts / 2))}`, cookie),
    page("page: thread, last", `${thread}?dal=${from(posts)}`, cookie),
    page("page: thread, visitor", `/programmi/${slug}/forum/${threadId}`),
    page("page: forum", forum, cookie),
    page("page: documents", `/area/programmi/${slug}/documenti`, cookie),
    page("page: sessions", `/area/programmi/${slug}/incontri`, cookie),
    page("page: today", "/area", cookie, "told"),
    page("page: calendar, visitor", "/calendario", undefined, "told"),
    page("page: search, a frequent word", "/area/cerca?q=consegna", cookie, "search"),
    page("page: search, a rare word", "/area/cerca?q=ornitorinco", cookie, "search"),
  ];
}

async function timeOf({ url, cookie }: Page): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, { redirect: "manual", headers: cookie ? { cookie } : {} });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - begun;
}
