import { signInAt } from "../testing/plain-browser";
import { openClient } from "./load";
import { buildOnce, openDemonstration, startWeb } from "./portal";
import { circumstances, type Section, table } from "./report";
import { alternate, answering, middle, ratio } from "./rounds";
import { targetPages } from "./targets";

const how = { connections: 16, rounds: 5, seconds: 2 };

/** What a second web process gives on the same machine. */
export async function benchScale(): Promise<Section[]> {
  await buildOnce();
  const when = circumstances();
  const data = await openDemonstration();
  const client = openClient();
  const [one, two] = [await startWeb(data), await startWeb(data, { WEB_PROCESSES: "2" })];
  try {
    const pages = (await targetPages(data)).filter(({ name }) => /^(?:home|thread, signed in)$/.test(name));
    const cookie = await signInAt(one.origin, "referente.a");
    const contenders = pages.flatMap(({ path, as }, index) =>
      [one, two].map(({ origin }, processes) => {
        const headers: Record<string, string> = as ? { cookie } : {};
        return answering(client, `${processes + 1} ${index}`, { url: origin + path, headers });
      }),
    );
    await alternate(contenders, { ...how, rounds: 1, seconds: 1 });
    const goes = await alternate(contenders, how);
    const rows = pages.map(({ name }, index) => [
      name,
      ...[1, 2].map((processes) => Math.round(middle(goes, `${processes} ${index}`).perSecond)),
      ratio(goes, `2 ${index}`, `1 ${index}`).toFixed(2),
    ]);
    return [scaleSection(rows, when)];
  } finally {
    client.close();
    await Promise.all([one.stop(), two.stop()]);
    await data.close();
  }
}

function scaleSection(rows: (string | number)[][], when: string): Section {
  return {
    heading: "Two processes",
    body: `${when}

Answers a second at ${how.connections} connections of one web process and of two (\`WEB_PROCESSES=2\`), which share the cores with
PostgreSQL and the client; ${how.rounds} rounds in turn. Wanted of the signed-in page: at least 1.3.

${table(["page", "one", "two", "two ÷ one"], rows)}`,
  };
}
