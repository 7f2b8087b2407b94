import { randomUUID } from "node:crypto";
import type { ChangeIssue, WriteIssue } from "@/lib/newsletter/schema";
import { type AskForNewsletter, askForNewsletterSchema } from "@/lib/newsletter/subscribing/schema";
import { db } from "@/lib/platform/db";
import { moment } from "@/tests/support/factories";

/** What the form of a new issue sends. */
export function issueForm(programmeId: string, facts: Partial<WriteIssue> = {}): WriteIssue {
  return {
    programmeId,
    title: "Primi passi",
    text: "Sei camere **provano**. Leggete [gli esiti](/esiti).",
    lang: "it",
    submissionKey: randomUUID(),
    ...facts,
  };
}

/** What the form of a change sends, as it was shown. */
export async function issueChange(id: string, facts: Partial<ChangeIssue> = {}): Promise<ChangeIssue> {
  const { version, title, markdown } = await db.newsletterIssue.findUniqueOrThrow({ where: { id } });
  return { id, version, title, text: markdown, ...facts };
}

/** What the form of a visitor sends, read. */
export function askForm(fields: Record<string, unknown> = {}): AskForNewsletter {
  return askForNewsletterSchema.parse({ email: "lettrice@fuori.test", ...fields });
}

let count = 0;

/** A confirmed subscription, to a programme unless said. */
export async function aSubscription(
  programmeId: string | null,
  facts: { email?: string; lang?: string; confirmedAt?: Date } = {},
): Promise<{ id: string; email: string }> {
  count += 1;
  const { email = `iscritta-${count}@fuori.test`, lang = "it", confirmedAt = moment } = facts;
  return db.newsletterSubscription.create({
    data: { email, lang, programmeId, requestedAt: confirmedAt, confirmedAt },
    select: { id: true, email: true },
  });
}

/** That so many mails came back from an address that none are sent. */
export async function anUnreachable(address: string): Promise<void> {
  await db.mailAddress.create({
    data: { address, failures: 3, lastFailureAt: moment, unreachableAt: moment },
  });
}
