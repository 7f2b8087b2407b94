import type { Page } from "@playwright/test";

/** Ticks on the form of a session that it may meet others: the stories share a morning, the portal's present one. */
export async function mayMeetOthers(page: Page): Promise<void> {
  await page.getByLabel("Va bene anche se a quell’ora c’è già un altro incontro").check();
}
