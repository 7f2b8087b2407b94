import { signInAt } from "../testing/plain-browser";
import { type Floors, startFloors } from "./floors";
import { type Client, openClient, type Target } from "./load";
import { type Measured, queriesSection, speedSection, weightSection } from "./page-tables";
import { type BenchData, buildOnce, openDemonstration, startWeb } from "./portal";
import { type Counted, countQueries } from "./queries";
import { dearest, replaying } from "./replay";
import { circumstances, type Section } from "./report";
import { alternate, answering, type Contender, type Goes } from "./rounds";
import { type Page, targetPages } from "./targets";
import { type Weight, weigh } from "./weight";

const connections = [1, 16];
const how = { rounds: 3, seconds: 1.2 };

/** Speed, weight and statements of the portal's pages, beside what the machine gives at best. */
export async function benchPages(): Promise<Section[]> {
  await buildOnce();
  const when = circumstances();
  const data = await openDemonstration();
  try {
    const pages = await targetPages(data);
    const counted = await countQueries(data, pages);
    const measured = await measure(data, pages, counted);
    return [speedSection(measured, when), weightSection(measured, when), queriesSection(counted, when)];
  } finally {
    await data.close();
  }
}

async function measure(data: BenchData, pages: Page[], counted: Counted): Promise<Measured> {
  const web = await startWeb(data);
  const client = openClient();
  try {
    const targets = await targetsOf(web.origin, pages);
    const htmls: string[] = [];
    for (const target of targets) htmls.push(await textOf(target));
    const { floors, stop } = await startFloors(
      pages.map(({ like }, index) => ({ like, html: htmls[index] ?? "" })),
    );
    try {
      const raced = pages.filter(({ isHeavy }) => !isHeavy);
      const racedTargets = targets.slice(0, raced.length);
      const contenders = [
        ...contendersOf(client, raced, racedTargets, floors),
        ...(await queriesOf(data, raced, counted)),
      ];
      // The first requests compile what the others run.
      await alternate(contenders, { connections: 16, rounds: 1, seconds: 0.6 });
      const plain = new Map<number, Goes>();
      for (const count of connections)
        plain.set(count, await alternate(contenders, { ...how, connections: count }));
      const browsers = contendersOf(
        client,
        raced,
        racedTargets.map(asBrowser),
        floors.map(({ node, framework }) => ({ node, framework: asBrowser(framework) })),
      );
      const compressed = await alternate(browsers, { ...how, connections: 16 });
      const weights = await Promise.all(targets.map((target, index) => weigh(target, htmls[index] ?? "")));
      return {
        pages: pages.map((page, index) => ({
          ...page,
          bytes: Buffer.byteLength(htmls[index] ?? ""),
          weight: weights[index] as Weight,
        })),
        plain,
        compressed,
      };
    } finally {
      await stop();
    }
  } finally {
    client.close();
    await web.stop();
  }
}

async function targetsOf(origin: string, pages: Page[]): Promise<Target[]> {
  const cookies = new Map<string, string>();
  for (const { as } of pages) if (as && !cookies.has(as)) cookies.set(as, await signInAt(origin, as));
  return pages.map(({ path, as }) => {
    const cookie = cookies.get(as);
    return { url: origin + path, ...(cookie && { headers: { cookie } }) };
  });
}

// Read twice: what is counted is a page that was read before.
async function textOf({ url, headers = {} }: Target): Promise<string> {
  await (await fetch(url, { headers })).text();
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}

function contendersOf(client: Client, pages: Page[], targets: Target[], floors: Floors[]): Contender[] {
  return targets.flatMap((target, index) => {
    const floor = floors[index];
    if (!floor) return [];
    // Few answers a second tell little in a second.
    const times = pages[index]?.like === "dynamic" ? 3 : 1;
    return [
      answering(client, `page ${index}`, target, times),
      answering(client, `node ${index}`, floor.node),
      answering(client, `framework ${index}`, floor.framework, times),
    ];
  });
}

async function queriesOf(data: BenchData, pages: Page[], counted: Counted): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const [index, page] of pages.entries()) {
    const statement = await dearest(data.url, counted.targets.get(page) ?? []);
    if (statement) contenders.push(replaying(`query ${index}`, data.url, statement));
  }
  return contenders;
}

function asBrowser(target: Target): Target {
  return { ...target, headers: { ...target.headers, "accept-encoding": "gzip, deflate, br" } };
}
