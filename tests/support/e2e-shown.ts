import type { Pathname } from "@/lib/platform/i18n/routing";
import type { Account } from "@/tests/support/e2e";

/** One page template in one state, and who looks at it. */
export type Shown = {
  page: Pathname;
  as?: Account;
  /** parts of the address; text beginning with "select" asks the database */
  params?: Record<string, string>;
  query?: string;
  /** what makes this state differ from the template's usual one */
  state?: string;
  /** what happens to the database between signing in and looking */
  meanwhile?: string;
  /** the button that sends the form as it stands, so that its errors show */
  press?: string;
};
