import type { Page } from "@playwright/test";
import type { Pathname } from "@/lib/platform/i18n/routing";
import type { Account } from "@/tests/support/e2e";

/** One page template in one state, and who looks at it. */
export type Shown = {
  page: Pathname;
  as?: Account;
  /** parts of the address; text beginning with "select" asks the database */
  params?: Record<string, string>;
  /** its last parameter may ask the database in the same way */
  query?: string;
  /** what makes this state differ from the template's usual one */
  state?: string;
  /** what happens to the database between signing in and looking */
  meanwhile?: string;
  /** the button that sends the form as it stands, so that its errors show */
  press?: string;
};

/** Opens what is folded up, so that a form in it can be sent. */
export async function unfold(page: Page): Promise<void> {
  await page
    .getByRole("main")
    .locator("details")
    .evaluateAll((all: HTMLDetailsElement[]) => {
      for (const details of all) details.open = true;
    });
}
