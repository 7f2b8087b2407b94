import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submitFormAt } from "@/scripts/testing/plain-browser";
import { filled, readForm } from "../support/plain-form";
import {
  openData,
  type PortalData,
  type PortalProcess,
  signIn,
  startWeb,
  submitForm,
} from "../support/portal";

const person = (account: string) => `(select id from person where email = '${account}@demo.test')`;

let data: PortalData;
let web: PortalProcess;
/** Of an expert: a page, an export and a download that only members of the programme reach. */
const page = "/area/programmi/camere-nuova-edizione";
const list = "/api/export/deliverables?programme=camere-nuova-edizione";
let file: string;
let feed: string;

beforeAll(async () => {
  data = await openData();
  web = await startWeb(data);
  const [version] = await data.rows<{ id: string }>(
    `select v.id from document_version v join document d on d.id = v.document_id
     join document_space s on s.id = d.space_id join organisation o on o.id = s.organisation_id
     where d.kind = 'EXCHANGE_MATERIAL' and o.slug = 'valfiorita' and d.removed_at is null limit 1`,
  );
  file = `/api/files/${version?.id}`;
  feed =
    /\/calendario\/[^"]+\.ics/.exec(await textOf("/area/profilo", await signIn(web, "osservatore")))?.[0] ??
    "";
});
afterAll(() => web.stop());

const get = (path: string, cookie: string) =>
  fetch(web.url + path, { headers: { cookie }, redirect: "manual" });
const textOf = async (path: string, cookie: string) => (await get(path, cookie)).text();

async function expectOpen(cookie: string): Promise<void> {
  for (const path of [page, list, file]) expect((await get(path, cookie)).status, path).toBe(200);
}

/** Replays a saved cookie on each kind of entry: nothing is read, nothing is written. */
async function expectClosed(cookie: string, reader: string): Promise<void> {
  expect((await get(page, cookie)).headers.get("location")).toContain("/accedi");
  for (const path of [list, file]) expect((await get(path, cookie)).status, path).not.toBe(200);
  const answer = await submitFormAt(web.url, {
    path: "/area/profilo",
    fields: { givenName: "Nome Nuovo", familyName: "Scritto Prima", locale: "it" },
    headers: { cookie: reader },
    sentWith: { cookie },
  });
  expect(answer.status).toBe(403);
  const [row] = await data.rows("select 1 from person where given_name = 'Nome Nuovo'");
  expect(row).toBeUndefined();
}

const ends: [string, string, (cookie: string) => Promise<unknown>][] = [
  ["ended by oneself elsewhere", "esperto", () => end("esperto")],
  ["not used for two hours", "esperto", () => touch("esperto", "last_seen_at = '2026-03-24T06:00Z'")],
  ["twelve hours old", "esperto", () => touch("esperto", "expires_at = '2026-03-24T08:00Z'")],
  [
    "of a person who was disabled",
    "osservatore",
    () =>
      data.rows(`update person set disabled_at = '2026-03-24T07:59Z' where id = ${person("osservatore")}`),
  ],
];

function end(account: string) {
  return touch(account, "ended_at = '2026-03-24T07:59Z'");
}
function touch(account: string, change: string) {
  return data.rows(
    `update sign_in set created_at = '2026-03-23T20:00Z', ${change} where person_id = ${person(account)}`,
  );
}

describe("a saved cookie", () => {
  test.each(ends)("of a sign-in %s opens nothing at the next request", async (_how, account, act) => {
    const reader = await signIn(web, "coordinatore");
    const cookie = await signIn(web, account);
    await expectOpen(cookie);
    await act(cookie);
    await expectClosed(cookie, reader);
  });

  test("of somebody who signed out opens nothing", async () => {
    const reader = await signIn(web, "coordinatore");
    const cookie = await signIn(web, "staff.a");
    const out = { path: "/area", fields: {}, button: "Esci", headers: { cookie } };
    expect((await submitFormAt(web.url, out)).status).toBe(303);
    await expectClosed(cookie, reader);
  });

  test("of somebody whose role ended opens what needs no role, and nothing more", async () => {
    const cookie = await signIn(web, "referente.a");
    await expectOpen(cookie);
    await data.rows(
      `update role_assignment set to_at = '2026-03-24T07:59Z' where person_id = ${person("referente.a")}`,
    );
    expect((await get("/area", cookie)).status).toBe(200);
    expect((await get(page, cookie)).status).toBe(404);
    for (const path of [list, file]) expect((await get(path, cookie)).status, path).not.toBe(200);
  });

  test("and the secret calendar of a disabled person is empty of them", async () => {
    expect(feed).not.toBe("");
    expect((await fetch(web.url + feed)).status).toBe(404);
  });
});

describe("who has to sign in anew", () => {
  test("finds what was typed without JavaScript, and sends it once signed in again", async () => {
    const typed = { givenName: "Nome «nuovo»", familyName: 'Di "prima"', locale: "it" };
    const answer = await submitFormAt(web.url, {
      path: "/area/profilo",
      fields: typed,
      headers: { cookie: await signIn(web, "staff.b") },
      sentWith: {},
    });
    const page = await answer.text();
    expect(page).toContain('href="/accedi?next=%2Farea%2Fprofilo" target="_blank"');
    const kept = readForm(page, Object.keys(typed));
    expect(kept).not.toBeNull();
    const again = await fetch(`${web.url}/area/profilo`, {
      method: "POST",
      body: filled(kept ?? [], {}),
      redirect: "manual",
      headers: { origin: web.url, cookie: await signIn(web, "staff.b") },
    });
    expect(again.status).toBeLessThan(400);
    const [row] = await data.rows(
      `select given_name, family_name from person where id = ${person("staff.b")}`,
    );
    expect(row).toEqual({ given_name: typed.givenName, family_name: typed.familyName });
  });

  test("is told why, and comes back to where they were", async () => {
    const cookie = await signIn(web, "manager");
    await touch("manager", "last_seen_at = '2026-03-24T06:00Z'");
    const sent = await get("/area/profilo", cookie);
    const address = sent.headers.get("location") ?? "";
    expect(address).toBe("/accedi?next=%2Farea%2Fprofilo");
    expect(await textOf(address, cookie)).toContain("non lo avete usato per 2 ore");
    const fields = { email: "manager@demo.test", password: "sperimenta" };
    const back = await submitForm(web, address, fields, { cookie });
    expect(back.headers.get("location")).toBe("/area/profilo");
  });
});
