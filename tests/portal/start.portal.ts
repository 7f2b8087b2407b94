import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData, type PortalProcess, signIn, startWeb } from "../support/portal";

let web: PortalProcess;

beforeAll(async () => {
  web = await startWeb(await openData());
});
afterAll(() => web.stop());

describe("the built portal", () => {
  test("serves its public pages and says how it is", async () => {
    const home = await fetch(web.url);
    expect(home.status).toBe(200);
    expect(await home.text()).toContain("Sperimenta");
    const health = await fetch(`${web.url}/api/health`);
    expect(await health.json()).toMatchObject({ database: "ok", worker: "silent" });
  });

  test("lets people in who sign in, and sends others to do so", async () => {
    const closed = await fetch(`${web.url}/area`, { redirect: "manual" });
    expect(closed.headers.get("location")).toContain("/accedi");
    const cookie = await signIn(web, "coordinatore");
    const open = await fetch(`${web.url}/area`, { headers: { cookie } });
    expect(open.status).toBe(200);
  });

  test("ends in order when it is asked to", async () => {
    const other = await startWeb(await openData("empty"));
    expect(await other.stop()).toBe(0);
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
