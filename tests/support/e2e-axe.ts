import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Looks at the page as it stands for what WCAG 2.2 AA forbids and a machine can see. */
export async function expectAccessible(page: Page): Promise<void> {
  // There are no frames to go into: the other mode opens a page of its own each time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(tags)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id} at ${target.join(" ")}: ${why}\n  ${html.slice(0, 200)}`;
    }),
  );
  expect.soft(found, `axe on ${page.url()}`).toEqual([]);
}

/** Nothing has to be scrolled sideways, on a telephone and at 400 % of a small screen. */
export async function expectReflow(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 812 });
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect.soft(over, `pixels too wide at ${width} on ${page.url()}`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}
