import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cookieOf,
  openData,
  type PortalData,
  type PortalProcess,
  signIn,
  startWeb,
  submitForm,
} from "../support/portal";
import { codeOf } from "../support/totp";

const account = "amministratore@demo.test";
const enrol = "/accedi/secondo-fattore?next=%2Farea%2Fprofilo";

let data: PortalData;
let web: PortalProcess;
beforeAll(async () => {
  data = await openData();
  web = await startWeb(data);
  // Nobody asks a demonstration account for a second factor; from now on this is the account of a real administrator.
  await data.rows(`update person set is_demo = false where email = '${account}'`);
});
afterAll(() => web.stop());

const get = (path: string, cookie: string) =>
  fetch(web.url + path, { headers: { cookie }, redirect: "manual" });
const textOf = async (path: string, cookie: string) => (await get(path, cookie)).text();
const givePassword = () => submitForm(web, "/accedi", { email: account, password: "sperimenta" });
const give = (code: string, cookie: string) => submitForm(web, "/accedi/codice", { code }, { cookie });

/** The portal's own time, of which it has just written one: the code of half a minute before still counts. */
async function timeOf(what: "candidate_at from second_factor" | "created_at from sign_in"): Promise<Date> {
  const [row] = await data.rows<{ at: Date }>(
    `select ${what.replace(" ", " as at ")} order by 1 desc limit 1`,
  );
  return row?.at ?? new Date(0);
}
const halfAMinuteBefore = (time: Date) => new Date(time.getTime() - 30_000);

/** What is closed to a browser that is not let in. */
async function expectClosed(cookie: string): Promise<void> {
  for (const path of ["/area", "/area/amministrazione/persone", "/area/profilo/secondo-fattore"]) {
    expect((await get(path, cookie)).status, path).toBe(307);
  }
  expect((await get("/api/export/people", cookie)).status).not.toBe(200);
}

describe("an administrator without JavaScript", () => {
  let enrolled: string;
  let first: string;
  let secret: string;
  let codes: string[];

  test("is led to set up a second factor after signing in, and reaches nothing else", async () => {
    const cookie = await signIn(web, account);
    const area = await get("/area/profilo", cookie);
    expect(area.headers.get("location")).toBe("/accedi/secondo-fattore?next=%2Farea%2Fprofilo");
    await expectClosed(cookie);

    const begun = await submitForm(web, enrol, { next: "/area/profilo" }, { cookie });
    expect(begun.status).toBe(303);
    const page = await textOf(enrol, cookie);
    secret = (/translate="no">([A-Z2-7 ]+)</.exec(page)?.[1] ?? "").replaceAll(" ", "");
    expect(secret).toHaveLength(32);
    expect(page).toContain("<svg");
    await expectClosed(cookie);

    first = codeOf(secret, halfAMinuteBefore(await timeOf("candidate_at from second_factor")));
    const confirmed = await submitForm(web, enrol, { code: first }, { cookie });
    expect(confirmed.headers.get("location")).toBe(
      "/area/profilo/secondo-fattore/codici?next=%2Farea%2Fprofilo",
    );
    const shown = cookieOf(confirmed);
    expect(confirmed.headers.getSetCookie()[0]).toContain("HttpOnly");
    const list = await textOf("/area/profilo/secondo-fattore/codici", `${cookie}; ${shown}`);
    codes = [...list.matchAll(/<li[^>]*>([A-Z2-7-]{19})</g)].map(([, code]) => code ?? "");
    expect(codes).toHaveLength(10);
    expect(await textOf("/area/profilo/secondo-fattore/codici", cookie)).not.toContain(codes[0]);
    expect((await get("/area", cookie)).status).toBe(200);
    enrolled = cookie;
  });

  test("is asked for a code from then on; the password alone opens nothing", async () => {
    const halfway = await givePassword();
    expect(halfway.headers.get("location")).toBe("/accedi/codice");
    const pending = cookieOf(halfway) ?? "";
    await expectClosed(pending);
    const used = await give(first, pending);
    expect(await used.text()).toContain("è già stato usato");

    const done = await give(codeOf(secret, await timeOf("created_at from sign_in")), pending);
    expect(done.status).toBe(303);
    const cookie = cookieOf(done) ?? "";
    expect(cookie).not.toBe(pending);
    expect((await get("/area/amministrazione/persone", cookie)).status).toBe(200);
    await expectClosed(pending);
    expect((await get("/accedi/codice", pending)).headers.get("location")).toBe("/accedi");
  });

  test("enters by a recovery code once", async () => {
    const [one, other] = [cookieOf(await givePassword()) ?? "", cookieOf(await givePassword()) ?? ""];
    const cookie = cookieOf(await give(codes[0]?.toLowerCase() ?? "", one)) ?? "";
    expect((await get("/area", cookie)).status).toBe(200);
    expect(cookieOf(await give(codes[0] ?? "", other))).toBeNull();
    await expectClosed(other);
  });

  test("begins anew when the code comes too late, and is told so", async () => {
    const pending = cookieOf(await givePassword()) ?? "";
    await data.rows("update sign_in set pending_until = '2026-03-24T07:59Z' where pending_until is not null");
    expect((await get("/accedi/codice", pending)).headers.get("location")).toBe("/accedi");
    expect(await textOf("/accedi", pending)).toContain("più di dieci minuti");
  });

  test("cannot take it away, and the pages of sensitive changes ask for a recent proof", async () => {
    expect((await get("/area/profilo/secondo-fattore/togli", enrolled)).status).toBe(404);
    expect((await get("/area/profilo/secondo-fattore", enrolled)).status).toBe(200);
    await data.rows("update sign_in set proved_at = '2026-03-24T07:50Z'");
    for (const path of ["/area/profilo/secondo-fattore", "/area/profilo/indirizzo"]) {
      const { status, headers } = await get(path, enrolled);
      expect([status, headers.get("location")]).toEqual([
        307,
        `/area/profilo/conferma?next=${encodeURIComponent(path)}`,
      ]);
    }
    const proof = "/area/profilo/conferma?next=%2Farea%2Fprofilo%2Findirizzo";
    const fields = { password: "sperimenta", code: codes[1] ?? "" };
    const wrong = await submitForm(web, proof, { ...fields, password: "sbagliata" }, { cookie: enrolled });
    expect(await wrong.text()).toContain("La password attuale non è questa");
    const proved = await submitForm(web, proof, fields, { cookie: enrolled });
    expect(proved.headers.get("location")).toBe("/area/profilo/indirizzo");
    expect((await get("/area/profilo/indirizzo", enrolled)).status).toBe(200);
  });
});
