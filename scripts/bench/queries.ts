import type { Pathname } from "@/lib/platform/i18n/routing";
import { signInAt } from "../testing/plain-browser";
import { crawl, type Reached, type Walker } from "./crawl";
import { type BenchData, startWeb } from "./portal";
import { type Statement, tapDatabase } from "./statements";
import type { Page } from "./targets";

/** Who walks through the portal to find its pages: together they reach every template. */
const accounts = ["coordinatore", "referente.a", "amministratore", "manager"];

/** Settings with which no page is answered from memory. */
const everyPageMade = { PAGE_CACHE_BYTES: "0" };

/** What one template asked of the database at its dearest. */
export type Asked = Reached & { statements: Statement[] };

/** Of every template the page that needed most, and of the pages of the benchmark what each needed. */
export type Counted = { templates: Asked[]; targets: Map<Page, Statement[]> };

/** Walks through the portal as a visitor and with several accounts; the sign-in's statements are counted, too. */
export async function countQueries(data: BenchData, pages: Page[]): Promise<Counted> {
  const tap = await tapDatabase(data.url);
  const web = await startWeb({ ...data, url: tap.url }, everyPageMade);
  try {
    const dearest = new Map<Pathname, Asked>();
    const targets = new Map<Page, Statement[]>();
    for (const walker of await walkers(web.origin)) {
      const start = walker.cookie ? "/area" : "/";
      for (const one of await crawl(web.origin, start, walker)) {
        const statements = await statementsOf(web.origin + one.path, walker, tap);
        const known = dearest.get(one.page);
        if (!known || statements.length > known.statements.length)
          dearest.set(one.page, { ...one, statements });
      }
      for (const page of pages.filter(({ as }) => as === walker.as))
        targets.set(page, await statementsOf(web.origin + page.path, walker, tap));
    }
    const templates = [...dearest.values()].toSorted((a, b) => b.statements.length - a.statements.length);
    return { templates, targets };
  } finally {
    await web.stop();
    tap.close();
  }
}

async function walkers(origin: string): Promise<Walker[]> {
  const signedIn = accounts.map(async (as) => ({ as, cookie: await signInAt(origin, as) }));
  return [{ as: "" }, ...(await Promise.all(signedIn))];
}

/** What an address asks for when it was read before: each reader and each first time has more to ask. */
async function statementsOf(
  url: string,
  { cookie }: Walker,
  tap: { taken(): Statement[] },
): Promise<Statement[]> {
  await (await fetch(url, { headers: cookie ? { cookie } : {} })).text();
  tap.taken();
  const answer = await fetch(url, { headers: cookie ? { cookie } : {} });
  await answer.text();
  return tap.taken();
}
