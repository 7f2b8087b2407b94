import { pathnames } from "@/lib/platform/i18n/routing";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible, expectReflow } from "@/tests/support/e2e-axe";
import { addressOf, shownPages } from "@/tests/support/e2e-pages";
import { prepareShownPages } from "@/tests/support/e2e-prepared-pages";
import { unfold } from "@/tests/support/e2e-shown";

// What axe says is the whole story: no trace beside it.
test.use({ trace: "off" });
test.beforeAll(prepareShownPages);

test("Every page template is looked at", () => {
  const looked = new Set<string>(shownPages.map(({ page }) => page));
  expect(Object.keys(pathnames).filter((page) => !looked.has(page))).toEqual([]);
});

test.describe("Accessible and fitting a telephone:", () => {
  for (const shown of shownPages) {
    const { page: template, as, state, press } = shown;
    test([template, state, as].filter(Boolean).join(", "), async ({ page, login }) => {
      if (as) await login({ as });
      const italian = await page.goto(await addressOf(shown, "it"));
      expect(italian?.status()).toBe(200);
      if (press) {
        await unfold(page);
        await page.getByRole("main").getByRole("button", { name: press, exact: true }).last().click();
        await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
      }
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      await expectReflow(page);
      if (state) return;
      const english = await page.goto(await addressOf(shown, "en"));
      expect(english?.status()).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expectAccessible(page);
    });
  }
});
