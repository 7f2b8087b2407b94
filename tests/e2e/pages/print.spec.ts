import { expect, test } from "@/tests/support/e2e";

test("A reserved page on paper is as wide as the paper, without the navigation", async ({ page, login }) => {
  await login({ as: "coordinatore" });
  await page.goto("/area/programmi/camere-nuova-edizione/seguito");
  const navigation = page.getByRole("navigation").filter({ hasText: "Incontri" }).first();
  await expect(navigation).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(navigation).toBeHidden();
  const main = await page.getByRole("main").boundingBox();
  expect(main?.width).toBeGreaterThan((page.viewportSize()?.width ?? 0) * 0.8);
});
