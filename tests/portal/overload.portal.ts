import { afterAll, beforeAll, expect, test } from "vitest";
import { keepAsking, pass, statusesOf, timed } from "../support/load";
import { openData, type PortalProcess, signIn, startWeb } from "../support/portal";
import { slowClients } from "../support/slow-clients";

/** `npm run proof -- overload`: more readers, for longer. */
const crowd = process.env.SPERIMENTA_PROOF === "1" ? { readers: 500, ms: 60_000 } : { readers: 400, ms: 200 };

let web: PortalProcess;
let ask: () => Promise<Response>;

beforeAll(async () => {
  const data = await openData();
  web = await startWeb(data, { LOG_LEVEL: "fatal" });
  const cookie = await signIn(web, "coordinatore");
  const [session] = await data.rows<{ id: string }>(
    "select id::text from session where state = 'CONVENED' order by id limit 1",
  );
  ask = () => fetch(`${web.url}/api/calendar/session/${session?.id}`, { headers: { cookie } });
  expect(await timed(ask)).toMatchObject({ status: 200 });
});
afterAll(() => web.stop());

test("more than can be served are told to come back, and all are served when they are gone", async () => {
  const reading = keepAsking(crowd.readers, ask, 0);
  await pass(crowd.ms);
  const samples = await reading.stop();
  const refused = samples.filter(({ status }) => status === 503);
  console.log({ answers: samples.length, refused: refused.length });
  expect(statusesOf(samples)).toEqual([200, 503]);
  expect(refused.filter(({ retryAfter }) => retryAfter !== "2")).toEqual([]);
  for (let one = 0; one < 10; one += 1) expect(await timed(ask)).toMatchObject({ status: 200 });
}, 180_000);

test("clients that never come to an end take nobody's place", async () => {
  const letGo = await slowClients(web.url, 150);
  for (let one = 0; one < 10; one += 1) expect(await timed(ask)).toMatchObject({ status: 200 });
  letGo();
}, 60_000);
