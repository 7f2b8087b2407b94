import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AddressKind,
  addPeople,
  addresses,
  type Entry,
  entries,
  kinds,
  opened,
  shown,
} from "../support/enumeration";
import { openData, type PortalData, type PortalProcess, startWeb } from "../support/portal";
import { isProof } from "../support/proof";
import { median, separation } from "../support/samples";

// npm run proof -- timing takes more samples, within narrower bounds.
const samples = isProof ? 200 : 25;
const bounds = isProof ? { ratio: 1.25, auc: 0.1 } : { ratio: 1.5, auc: 0.3 };

let data: PortalData;
let web: PortalProcess;

beforeAll(async () => {
  data = await openData();
  await addPeople(data);
  web = await startWeb(data, { LIMITS_FACTOR: "10000" });
});
afterAll(() => web.stop());

describe.each(Object.keys(entries) as Entry[])("%s", (entry) => {
  test("answers every kind of address alike, to the letter", async () => {
    const send = await opened(web.url, entry);
    const answers = new Set<string>();
    for (const kind of kinds) {
      answers.add(JSON.stringify(await shown(await send(addresses[kind]), addresses[kind])));
    }
    expect(answers.size, [...answers].join("\n")).toBe(1);
  });

  test("takes as long for every kind of address", { timeout: 600_000 }, async () => {
    const send = await opened(web.url, entry);
    const times = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<
      AddressKind,
      number[]
    >;
    for (let round = -3; round < samples; round += 1) {
      // Each kind is measured in every place of the round: none always follows the same other.
      for (const [index] of kinds.entries()) {
        const kind = kinds[(index + round + kinds.length) % kinds.length] ?? "unknown";
        const start = performance.now();
        await (await send(addresses[kind])).arrayBuffer();
        if (round >= 0) times[kind].push(performance.now() - start);
      }
    }
    const figures = kinds.slice(1).map((kind) => ({
      kind,
      ratio: median(times[kind]) / median(times.unknown),
      auc: separation(times.unknown, times[kind]),
    }));
    if (isProof) console.log(entry, samples, median(times.unknown).toFixed(1), JSON.stringify(figures));
    for (const { kind, ratio, auc } of figures) {
      expect(Math.max(ratio, 1 / ratio), `${kind}: ratio of the medians`).toBeLessThan(bounds.ratio);
      expect(Math.abs(auc - 0.5), `${kind}: rank test`).toBeLessThan(bounds.auc);
    }
  });
});

test("no mail is written while somebody waits for the answer", async () => {
  const [mails] = await data.rows<{ count: number }>(
    "select count(*)::int as count from mail where template like 'people.%'",
  );
  const [jobs] = await data.rows<{ count: number }>(
    "select count(*)::int as count from graphile_worker.jobs where task_identifier = 'send-password-reset'",
  );
  expect(mails?.count).toBe(0);
  expect(jobs?.count).toBeGreaterThan(samples);
});
