import { afterAll, beforeAll, expect, test } from "vitest";
import { ordinaryP95, overload, slowClients } from "../support/overload";
import { openData, type PortalProcess, signIn, startWeb } from "../support/portal";

let web: PortalProcess;
let ask: () => Promise<Response>;

beforeAll(async () => {
  web = await startWeb(await openData(), { LOG_LEVEL: "fatal" });
  const cookie = await signIn(web, "coordinatore");
  ask = () => fetch(`${web.url}/area/programmi`, { headers: { cookie } });
});
afterAll(() => web.stop());

test("more than can be served are told to come back, and the portal is itself again when they are gone", async () => {
  const { statuses, withoutWaitingTime, p95, ...more } = await overload(ask, { lanes: 400, ms: 4_000 });
  console.log({ statuses, p95, ...more });
  expect(Object.keys(statuses)).toEqual(["200", "503"]);
  expect(withoutWaitingTime).toBe(0);
  expect(p95.after).toBeLessThan(Math.max(2 * p95.before, 500));
});

test("clients that never come to an end take nobody's place", async () => {
  const before = await ordinaryP95(ask);
  const letGo = await slowClients(Number(new URL(web.url).port), 150);
  const during = await ordinaryP95(ask);
  letGo();
  console.log({ before, during });
  expect(during).toBeLessThan(Math.max(2 * before, 500));
});
