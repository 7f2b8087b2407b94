import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newSecret } from "@/lib/people/secret-link";
import { submitFormAt } from "@/scripts/testing/plain-browser";
import { openBrowser, type PlainBrowser } from "../support/browser";
import { type Account, type IdentityProvider, startIdentityProvider } from "../support/identity-provider";
import {
  freePort,
  openData,
  type PortalData,
  type PortalProcess,
  startWeb,
  submitForm,
} from "../support/portal";

let data: PortalData;
let provider: IdentityProvider;
let web: PortalProcess;

beforeAll(async () => {
  const port = String(await freePort());
  provider = await startIdentityProvider(`http://localhost:${port}/api/auth/callback/oidc`);
  data = await openData();
  web = await startWeb(data, {
    PORT: port,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
    OIDC_NAME: "Identità di prova",
    OIDC_ACR: "level-2",
  });
});
afterAll(async () => {
  await web.stop();
  await provider.stop();
});

function anAccount(facts: Partial<Account> = {}): Account {
  const account = { sub: randomUUID(), given_name: "Ada", family_name: "Neri", ...facts };
  provider.accounts.set(account.sub, account);
  return account;
}

/** The link of the page, without its redirect to the provider followed. */
async function linkOf(browser: PlainBrowser, path = "/accedi"): Promise<string> {
  const html = await (await browser.ask(web.url + path)).text();
  const href = /href="(\/api\/auth\/oidc\?[^"]*)"/.exec(html)?.[1];
  if (!href) throw new Error(`${path} has no link to the provider`);
  return web.url + href.replaceAll("&amp;", "&");
}

/** From the portal's page to the address by which the provider sends the browser back, which is not yet asked for. */
async function identify(
  browser: PlainBrowser,
  account: Account,
  { path = "/accedi", tamper = (address: string) => address } = {},
): Promise<string> {
  const start = await browser.ask(await linkOf(browser, path));
  const asked = await browser.follow(tamper(start.headers.get("location") ?? ""), /\/interaction\//);
  const done = await browser.ask(asked.address, { account: account.sub });
  const back = await browser.follow(done.headers.get("location") ?? "", /\/api\/auth\/callback\//);
  return back.address;
}

const arrive = async (browser: PlainBrowser, account: Account, path?: string) =>
  browser.follow(await identify(browser, account, path ? { path } : {}));

const count = async (table: "person" | "identity" | "sign_in") =>
  (await data.rows<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count ?? 0;
const everything = async () => ({
  people: await count("person"),
  identities: await count("identity"),
  signIns: await count("sign_in"),
});
const refusalOf = ({ address }: { address: string }) => new URL(address).searchParams.get("refused");

describe("through the provider, without scripts", () => {
  test("somebody with an account comes in where they wanted to, and goes out for good", async () => {
    const browser = openBrowser();
    const account = anAccount({
      email: "coordinatore@demo.test",
      email_verified: true,
      acr: "level-2",
      amr: ["pwd", "otp"],
    });
    const inside = await arrive(browser, account, "/accedi?next=/area/profilo");
    expect(inside).toMatchObject({ address: `${web.url}/area/profilo`, status: 200 });
    expect(inside.html).toContain("coordinatore@demo.test");
    const [signIn] = await data.rows<{ acr: string; amr: string[]; subject: string }>(
      "select s.acr, s.amr, i.subject from sign_in s join identity i using (person_id) where i.subject = $1",
      [account.sub],
    );
    expect(signIn).toEqual({ acr: "level-2", amr: ["pwd", "otp"], subject: account.sub });

    const cookie = browser.cookiesOf(web.url);
    const out = await submitFormAt(web.url, {
      path: "/area",
      id: "sign-out-form",
      fields: {},
      headers: { cookie },
    });
    expect(out.status).toBe(303);
    const replayed = await openBrowser({ origin: web.url, cookies: cookie }).follow(`${web.url}/area`);
    expect(replayed.address).toContain("/accedi");

    const again = await arrive(openBrowser(), { ...account, email: "changed@elsewhere.test" });
    expect(again.address).toBe(`${web.url}/area`);
  });

  test("somebody who was invited gets an account by the link, without a password", async () => {
    const { token, tokenHash } = newSecret();
    await data.rows(
      `insert into account_invitation (id, token_hash, email, role, created_at, expires_at)
       values (gen_random_uuid(), $1, 'nuova@ente.test', 'PRIVACY_OFFICER', '2026-03-24', '2026-04-01')`,
      [tokenHash],
    );
    const inside = await arrive(openBrowser(), anAccount(), `/invito/${token}`);
    expect(inside).toMatchObject({ address: `${web.url}/area`, status: 200 });
    expect(
      await data.rows(
        `select given_name, password_hash, role from person join role_assignment r on r.person_id = person.id
         where email = 'nuova@ente.test'`,
      ),
    ).toEqual([{ given_name: "Ada", password_hash: null, role: "PRIVACY_OFFICER" }]);
  });
});

describe("nobody comes in", () => {
  test.each([
    ["whom nobody invited", { email: "nessuno@ente.test", email_verified: true }, "providerUnknown"],
    ["who is disabled", { email: "staff.b@demo.test", email_verified: true }, "providerUnknown"],
    ["whose address is not verified", { email: "esperto@demo.test" }, "providerUnverified"],
    ["who has no address", {}, "providerUnverified"],
    [
      "who has another's address",
      { email: "coordinatore@demo.test", email_verified: true },
      "providerUnknown",
    ],
  ])("%s", async (_who, facts, refusal) => {
    await data.rows("update person set disabled_at = now() where email = 'staff.b@demo.test'");
    const before = await everything();
    const end = await arrive(openBrowser(), anAccount(facts), "/en/sign-in");
    expect(refusalOf(end)).toBe(refusal);
    expect(end).toMatchObject({ status: 200 });
    expect(new URL(end.address).pathname).toBe("/en/sign-in");
    expect(end.html).toContain(refusal === "providerUnknown" ? "by invitation" : "does not confirm");
    expect(await everything()).toEqual(before);
  });

  const known = () => anAccount({ sub: randomUUID(), email: "osservatore@demo.test", email_verified: true });

  test("by an answer that was used", async () => {
    const browser = openBrowser();
    const back = await identify(browser, known());
    const copy = openBrowser({ origin: web.url, cookies: browser.cookiesOf(web.url) });
    expect((await browser.follow(back)).address).toBe(`${web.url}/area`);
    const before = await everything();
    expect(refusalOf(await copy.follow(back))).toBe("providerRefused");
    expect(await everything()).toEqual(before);
  });

  const replaced = (name: string) => (address: string) => {
    const url = new URL(address);
    expect(url.searchParams.get(name)).toBeTruthy();
    url.searchParams.set(name, "x".repeat(43));
    return url.href;
  };
  test.each(["state", "nonce", "code_challenge"])("by an answer to another %s", async (name) => {
    const before = await everything();
    const browser = openBrowser();
    const back = await identify(browser, known(), { tamper: replaced(name) });
    expect(refusalOf(await browser.follow(back))).toBe("providerRefused");
    expect(await everything()).toEqual(before);
  });

  test("by an answer that another browser asked for", async () => {
    const back = await identify(openBrowser(), known());
    const other = openBrowser();
    await identify(other, known());
    expect(refusalOf(await other.follow(back))).toBe("providerRefused");
    expect(refusalOf(await openBrowser().follow(back))).toBe("providerRefused");
  });

  test("who changed their mind", async () => {
    const browser = openBrowser();
    await browser.ask(await linkOf(browser));
    const back = `${web.url}/api/auth/callback/oidc?error=access_denied&error_description=%3Cscript%3E`;
    const end = await browser.follow(back);
    expect(refusalOf(end)).toBe("providerRefused");
    expect(end.html).not.toContain("<script>&");
  });
});

describe("the entries", () => {
  test("ask with PKCE, state, nonce and the level that is wanted", async () => {
    const browser = openBrowser();
    const start = await browser.ask(await linkOf(browser));
    const asked = new URL(start.headers.get("location") ?? "");
    expect(asked.origin).toBe(provider.issuer);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      acr_values: "level-2",
      redirect_uri: `${web.url}/api/auth/callback/oidc`,
    });
  });

  test("lead to pages of the portal alone, and take nothing else from the address", async () => {
    const start = (query: string) => fetch(`${web.url}/api/auth/oidc?${query}`, { redirect: "manual" });
    for (const next of [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "/api/health",
      "%0a/x",
    ]) {
      const answer = await start(`next=${encodeURIComponent(next)}&redirect_uri=https://evil.example`);
      expect(answer.headers.getSetCookie().join()).not.toContain("evil");
      expect(answer.headers.get("location")).not.toContain("evil");
    }
  });

  test("are not opened by other sites", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await fetch(`${web.url}/api/auth/oidc`, { headers, redirect: "manual" })).status).toBe(404);
  });

  test.each([
    "session",
    "csrf",
    "providers",
    "signin",
    "signin/oidc",
    "signout",
    "error",
    "callback/credentials",
  ])("of the library that nobody needs are closed: %s", async (name) => {
    const address = `${web.url}/api/auth/${name}`;
    expect((await fetch(address, { redirect: "manual" })).status).toBe(404);
    const headers = { origin: web.url };
    expect((await fetch(address, { method: "POST", headers, redirect: "manual" })).status).toBe(404);
  });
});

test("a provider that does not answer is said, and the password still works", async () => {
  await provider.stop();
  const browser = openBrowser();
  const end = await browser.follow(await linkOf(browser));
  expect(refusalOf(end)).toBe("providerDown");
  expect(end.html).toContain("non risponde");
  const answer = await submitForm(web, "/accedi", { email: "manager@demo.test", password: "sperimenta" });
  expect(answer.headers.get("location")).toContain("/area");
});
