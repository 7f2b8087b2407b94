import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** The demonstration's accounts that the journeys use. */
export type Account =
  | "amministratore"
  | "coordinatore"
  | "esperto"
  | "gemma.roverelli"
  | "manager"
  | "osservatore"
  | "ottone.verbena"
  | "pia.sambuchi"
  | "referente.a"
  | "referente.b"
  | "rpd"
  | "staff.a"
  | "staff.b";

type Fixtures = {
  /** signs the test's own page in */
  login: (who: { as: Account }) => Promise<void>;
  /** opens a page in a browser of somebody else, signed in when `as` is given */
  visit: (who?: { as?: Account }) => Promise<Page>;
};

const password = "sperimenta";
/** Each account goes through the form once; afterwards its cookie serves. */
const signedIn = new Map<Account, Awaited<ReturnType<BrowserContext["cookies"]>>>();

export const test = base.extend<Fixtures>({
  context: async ({ context }, use) => {
    const check = expectNoConsoleErrors(context);
    await use(context);
    check();
  },
  login: async ({ page }, use) => {
    await use(({ as }) => signIn(page, as));
  },
  visit: async ({ browser }, use) => {
    const opened: { context: BrowserContext; check: () => void }[] = [];
    await use(async ({ as } = {}) => {
      const context = await browser.newContext();
      opened.push({ context, check: expectNoConsoleErrors(context) });
      const page = await context.newPage();
      if (as) await signIn(page, as);
      return page;
    });
    for (const { context } of opened) await context.close();
    for (const { check } of opened) check();
  },
});

export { expect };

async function signIn(page: Page, as: Account): Promise<void> {
  const known = signedIn.get(as);
  if (known) {
    await page.context().addCookies(known);
    return;
  }
  await signInByForm(page, `${as}@demo.test`, password);
  signedIn.set(as, await page.context().cookies());
}

/** Signs in as a person does. */
export async function signInByForm(page: Page, email: string, secret: string): Promise<void> {
  await page.goto("/accedi");
  await page.getByLabel("Indirizzo di posta elettronica").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("main").getByRole("button", { name: "Accedi" }).click();
  await expect(page).toHaveURL(/\/area$/);
}

/**
 * Gathers what the browser complains of, refusals by the content security policy among it. A refused upload and a page
 * that is not there are answers, which the tests look at themselves.
 * @returns the check, for the end
 */
function expectNoConsoleErrors(context: BrowserContext): () => void {
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => {
    const { url } = message.location();
    const isAnswer =
      message.text().startsWith("Failed to load resource") &&
      (url === message.page()?.url() || /^\/api\/(?:upload|sessions)\//.test(new URL(url).pathname));
    // The browser asks for the icon of a page, and follows its news, also when a test has cut the network.
    const isCutOff =
      /INTERNET_DISCONNECTED/.test(message.text()) &&
      /^\/(?:favicon\.svg|api\/live)$/.test(new URL(url).pathname);
    // An open page asks for its news once more when somebody signs out, and is told that there is nobody.
    const isSignedOut = /\b401\b/.test(message.text()) && new URL(url).pathname === "/api/live";
    if (message.type() === "error" && !isAnswer && !isCutOff && !isSignedOut)
      complaints.push(`${message.text()} (${url})`);
  });
  return () => expect(complaints, "complaints in the browser's console").toEqual([]);
}
