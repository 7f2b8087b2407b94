import { unsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import { rows } from "@/tests/support/e2e-database";
import { newsletterEnding } from "@/tests/support/e2e-newsletter-pages";
import { replyTokenOf } from "@/tests/support/e2e-reply-links";

/** The secret that ends mails of the forum for an account. */
export async function unsubscribeTokenOf(account: string): Promise<string> {
  const [person] = await rows<{ personId: string; email: string }>(
    `select id as "personId", email from person where email = $1`,
    [`${account}@demo.test`],
  );
  if (!person) throw new Error(`nobody is ${account}`);
  return unsubscribeToken({ ...person, of: "FORUM" });
}

/** What stands in the addresses of pages for secrets that only the database can tell, with how they are found. */
export const links: Record<string, () => Promise<string>> = {
  "the link to reply": () => replyTokenOf("staff.a", "3ª"),
  "the link that ends mails": () => unsubscribeTokenOf("staff.b"),
  "the link that ends a newsletter": newsletterEnding,
  "the link whose mails are ended": () => unsubscribeTokenOf("osservatore"),
};

/** The secret that such a text stands for. */
export async function tokenOf(name: string): Promise<string> {
  const find = links[name];
  if (!find) throw new Error(`no link ${name}`);
  return find();
}
