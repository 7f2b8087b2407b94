import type { Pathname } from "@/lib/platform/i18n/routing";
import { signInAt } from "../testing/plain-browser";
import { crawl, type Reached, type Walker } from "./crawl";
import { type BenchData, startWeb } from "./portal";
import { type Statement, tapDatabase } from "./statements";

/** Who walks through the portal to find its pages: together they reach every template. */
const accounts = ["coordinatore", "referente.a", "amministratore", "manager"];

/** What one template asked of the database at its dearest. */
export type Asked = Reached & { statements: Statement[] };

/**
 * Walks through the portal as a visitor and with several accounts.
 * @returns for each template the page that needed most statements, those of the sign-in among them
 */
export async function countQueries(data: BenchData): Promise<Asked[]> {
  const tap = await tapDatabase(data.url);
  const web = await startWeb({ ...data, url: tap.url });
  try {
    const dearest = new Map<Pathname, Asked>();
    for (const walker of await walkers(web.origin)) {
      const start = walker.cookie ? "/area" : "/";
      for (const one of await crawl(web.origin, start, walker)) {
        const statements = await statementsOf(web.origin + one.path, walker, tap);
        const known = dearest.get(one.page);
        if (!known || statements.length > known.statements.length)
          dearest.set(one.page, { ...one, statements });
      }
    }
    return [...dearest.values()].toSorted((a, b) => b.statements.length - a.statements.length);
  } finally {
    await web.stop();
    tap.close();
  }
}

async function walkers(origin: string): Promise<Walker[]> {
  const signedIn = accounts.map(async (as) => ({ as, cookie: await signInAt(origin, as) }));
  return [{ as: "" }, ...(await Promise.all(signedIn))];
}

/** What an address asks for when it was read before. */
async function statementsOf(
  url: string,
  { cookie }: Walker,
  tap: { taken(): Statement[] },
): Promise<Statement[]> {
  tap.taken();
  const answer = await fetch(url, { headers: cookie ? { cookie } : {} });
  await answer.text();
  return tap.taken();
}
