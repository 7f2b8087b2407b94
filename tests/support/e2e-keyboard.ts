import { expect, type Locator } from "@playwright/test";

/** Moves on with the key Tab, as far as a person would bear, until a thing has the focus. */
export async function focusByTab(target: Locator): Promise<void> {
  const page = target.page();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`never reached by Tab: ${target}`);
}

/** Writes into a box that was empty or whose text is selected on arrival. */
export async function typeText(box: Locator, text: string): Promise<void> {
  await focusByTab(box);
  await box.page().keyboard.type(text);
  await expect(box).toHaveValue(text);
}

/** Writes a day into the browser's own control, whose order of day and month depends on the machine. */
export async function typeDate(box: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split("-");
  await focusByTab(box);
  await fromItsStart(box);
  await box.page().keyboard.type(`${date}${month}${year}`);
  if ((await box.inputValue()) !== day) {
    await fromItsStart(box);
    await box.page().keyboard.type(`${month}${date}${year}`);
  }
  await expect(box).toHaveValue(day);
}

/** Writes an hour into the browser's own control. */
export async function typeTime(box: Locator, time: string): Promise<void> {
  await focusByTab(box);
  await fromItsStart(box);
  await box.page().keyboard.type(time.replace(":", ""));
  if ((await box.inputValue()) !== time) {
    const hour = Number(time.slice(0, 2));
    await fromItsStart(box);
    const twelve = String(hour % 12 || 12).padStart(2, "0");
    await box.page().keyboard.type(`${twelve}${time.slice(3)}${hour < 12 ? "AM" : "PM"}`);
  }
  await expect(box).toHaveValue(time);
}

/** The control has three places inside; the left arrow leads back to the first. */
async function fromItsStart(box: Locator): Promise<void> {
  for (const _ of "abc") await box.page().keyboard.press("ArrowLeft");
}
