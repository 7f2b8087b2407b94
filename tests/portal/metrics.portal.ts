import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData, type PortalData, type PortalProcess, signIn, startWeb } from "../support/portal";

const token = "a token that only this test knows";
let data: PortalData;
let web: PortalProcess;

beforeAll(async () => {
  data = await openData();
  web = await startWeb(data, { METRICS_TOKEN: token });
});
afterAll(() => web.stop());

const ask = (authorization?: string) =>
  fetch(`${web.url}/api/metrics`, { headers: authorization ? { authorization } : {} });

describe("/api/metrics", () => {
  test("answers the token of the settings alone", async () => {
    expect((await ask()).status).toBe(401);
    expect((await ask("Bearer another")).status).toBe(401);
    expect((await ask(token)).status).toBe(401);
    expect((await ask(`Bearer ${token}`)).status).toBe(200);
    const administrator = await signIn(web, "amministratore");
    const signedIn = await fetch(`${web.url}/api/metrics`, { headers: { cookie: administrator } });
    expect(signedIn.status).toBe(401);
  });

  test("does not exist without a token in the settings", async () => {
    const closed = await startWeb(data);
    expect((await fetch(`${closed.url}/api/metrics`)).status).toBe(404);
    await closed.stop();
  });

  test("counts requests by kind and status", async () => {
    await fetch(`${web.url}/programmi`);
    await fetch(`${web.url}/programmi/che-non-esiste`);
    const text = await (await ask(`Bearer ${token}`)).text();
    const count = (labels: string) =>
      Number(
        new RegExp(`^sperimenta_http_request_duration_seconds_count\\{${labels}\\} (\\d+)$`, "m").exec(
          text,
        )?.[1] ?? 0,
      );
    expect(count('kind="public",method="GET",status="2xx"')).toBeGreaterThan(0);
    expect(count('kind="public",method="GET",status="4xx"')).toBeGreaterThan(0);
    expect(text).toContain("sperimenta_workers 0");
  });
});
