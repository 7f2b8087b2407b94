import type { Page } from "@playwright/test";
import { routing } from "@/lib/platform/i18n/routing";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { addressOf, shownPages } from "@/tests/support/e2e-pages";
import { prepareShownPages } from "@/tests/support/e2e-prepared-pages";
import { type Shown, unfold } from "@/tests/support/e2e-shown";

const widths = [1280, 375, 320];

test.beforeAll(prepareShownPages);

for (const locale of routing.locales) {
  test.describe(`In ${locale}, at every width:`, () => {
    for (const shown of shownPages) {
      test([shown.page, shown.state, shown.as].filter(Boolean).join(", "), async ({ page, login }) => {
        if (shown.as) await login({ as: shown.as });
        const place = shown.press ? await placeOfButton(page, shown, shown.press) : null;
        const answer = await page.goto(await addressOf(shown, locale));
        expect(answer?.status()).toBe(200);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        if (place !== null) {
          await unfold(page);
          await buttons(page).nth(place).click();
          await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
        }
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        for (const width of widths) {
          await test.step(`${width} px`, async () => {
            await page.setViewportSize({ width, height: 812 });
            await expectAccessible(page);
            expect.soft(await tooWide(page), `pixels too wide at ${width} on ${page.url()}`).toBe(0);
          });
        }
      });
    }
  });
}

function buttons(page: Page) {
  return page.getByRole("main").getByRole("button");
}

/** Where the button that is known by its Italian name stands, for a page in any language. */
async function placeOfButton(page: Page, shown: Shown, name: string): Promise<number> {
  await page.goto(await addressOf(shown, "it"));
  await unfold(page);
  await expect(page.getByRole("main").getByRole("button", { name, exact: true }).last()).toBeVisible();
  const names = await buttons(page).evaluateAll((all) => all.map(({ textContent }) => textContent?.trim()));
  return names.lastIndexOf(name);
}

function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
