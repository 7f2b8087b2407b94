import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData, type PortalData, type PortalProcess, startWeb, submitForm } from "../support/portal";

let data: PortalData;
let web: PortalProcess;

beforeAll(async () => {
  data = await openData("empty");
  web = await startWeb(data, { SPERIMENTA_DEMO: "0", SECURITY_CONTACT: "mailto:sicurezza@ente.test" });
});
afterAll(() => web.stop());

describe("a fresh installation without the demonstration", () => {
  test("has no account, and those of the demonstration do not open it", async () => {
    expect(await data.rows("select 1 from person")).toEqual([]);
    for (const name of ["amministratore", "coordinatore", "admin", "root"]) {
      const answer = await submitForm(web, "/accedi", { email: `${name}@demo.test`, password: "sperimenta" });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(await data.rows("select 1 from sign_in")).toEqual([]);
  });

  test("refuses to start with a secret that is none", async () => {
    for (const SESSION_SECRET of ["short", "change-me-change-me-change-me-0123456789"]) {
      await expect(startWeb(data, { SESSION_SECRET })).rejects.toThrow(/SESSION_SECRET: wanted/);
    }
  });

  test("does not say what it is made of", async () => {
    for (const path of [
      "/",
      "/accedi",
      "/api/health",
      "/api/nothing",
      "/nothing",
      "/_next/static/nothing.js",
    ]) {
      const { headers } = await fetch(web.url + path, { redirect: "manual" });
      expect([headers.get("x-powered-by"), headers.get("server")]).toEqual([null, null]);
    }
  });

  test("hands out no source maps", () => {
    const files = readdirSync(join(import.meta.dirname, "../../.next/static"), { recursive: true });
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((name) => String(name).endsWith(".map"))).toEqual([]);
  });

  test("says whom to tell of a weakness", async () => {
    const answer = await fetch(`${web.url}/.well-known/security.txt`);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const text = await answer.text();
    expect(text).toMatch(/^Contact: mailto:sicurezza@ente\.test\nExpires: 20/);
    const policy = /^Policy: (.*)$/m.exec(text)?.[1] ?? "";
    expect(await (await fetch(policy)).text()).toContain('id="security"');
  });
});
