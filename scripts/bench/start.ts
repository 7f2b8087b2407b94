import { buildOnce, openDemonstration, startWeb } from "./portal";
import { circumstances, median, type Section, table } from "./report";

const times = 5;

/** How long the web server takes from its start to its first answers. */
export async function benchStart(): Promise<Section[]> {
  await buildOnce();
  const when = circumstances();
  const data = await openDemonstration();
  try {
    const started: number[] = [];
    const shown: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const begin = performance.now();
      const web = await startWeb(data);
      started.push(performance.now() - begin);
      const answer = await fetch(web.origin);
      await answer.text();
      if (!answer.ok) throw new Error(`the home page was answered ${answer.status}`);
      shown.push(performance.now() - begin);
      await web.stop();
    }
    return [startSection({ started, shown }, when)];
  } finally {
    await data.close();
  }
}

function startSection({ started, shown }: { started: number[]; shown: number[] }, when: string): Section {
  const row = (name: string, all: number[]) => [
    name,
    seconds(median(all)),
    seconds(Math.min(...all)),
    seconds(Math.max(...all)),
  ];
  return {
    heading: "Cold start",
    body: `${when}

Seconds from the start of the web server's process, ${times} times, the database already running.

${table(
  ["until", "median", "least", "most"],
  [row("its first answer (/api/health)", started), row("the whole home page", shown)],
)}`,
  };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
