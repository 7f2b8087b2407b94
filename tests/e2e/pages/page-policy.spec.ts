import type { Page, Response } from "@playwright/test";
import { publicPages } from "@/lib/platform/page-cache/addresses";
import { expect, test } from "@/tests/support/e2e";
import { addressOf, shownPages } from "@/tests/support/e2e-pages";
import { prepareShownPages } from "@/tests/support/e2e-prepared-pages";
import type { Shown } from "@/tests/support/e2e-shown";

test.beforeAll(prepareShownPages);

const isKept = ({ page, query }: Shown) =>
  page in publicPages && publicPages[page as keyof typeof publicPages] !== null && !query?.includes("q=");
// Whoever is shown in the middle of signing in has been changed for it, and does not sign in as others do.
const usual = shownPages.filter(({ press, meanwhile }) => !press && !meanwhile);
const readers = [...new Set(usual.map(({ as }) => as))];

// What the browser refuses by a policy is a complaint, and the fixture fails on any (tests/support/e2e.ts).
for (const reader of readers) {
  test(`Each page's scripts run under its policy, for ${reader ?? "a visitor"}`, async ({ page, login }) => {
    test.setTimeout(480_000);
    if (reader) await login({ as: reader });
    for (const shown of usual.filter(({ as }) => as === reader)) {
      const address = await addressOf(shown, "it");
      const first = policyOf(await page.goto(address), address);
      await expectHydrated(page, address);
      const again = await page.goto(address);
      const second = policyOf(again, address);
      if (isKept(shown)) {
        expect.soft(second, address).toBe(first);
        expect.soft(first, address).toMatch(/script-src 'self'(?: 'sha256-[\w+/=]{44}')+;/);
        expect.soft(again?.headers()["x-cache"], address).toBe("hit");
        await expectHydrated(page, address);
      } else {
        expect.soft(nonceOf(first), address).toBeDefined();
        expect.soft(nonceOf(second), address).not.toBe(nonceOf(first));
      }
    }
  });
}

const nonceOf = (policy: string) => /'nonce-([\w+/=]{20,})' 'strict-dynamic'/.exec(policy)?.[1];

function policyOf(answer: Response | null, address: string): string {
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect.soft(policy, address).not.toContain("unsafe");
  return policy;
}

/** What only the page's own script does: Escape closes an open menu. */
async function expectHydrated(page: Page, address: string): Promise<void> {
  const menu = page.locator("details[data-menu]").first();
  await expect(async () => {
    await menu.evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    await page.keyboard.press("Escape");
    expect(await menu.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
  }, address).toPass({ timeout: 15_000, intervals: [50] });
}
