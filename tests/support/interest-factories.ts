import { db } from "@/lib/platform/db";
import type { SessionKind } from "@/lib/platform/db/generated/enums";
import type { MailParams } from "@/lib/platform/mail/queue";
import { type AskInterest, askInterestSchema } from "@/lib/sessions/interests/schema";
import { aSession } from "@/tests/support/session-factories";

/** A convened meeting that everybody sees, for dissemination unless said. */
export async function anOpenMeeting(
  programmeId: string,
  facts: Parameters<typeof aSession>[1] & { kind?: SessionKind } = {},
) {
  const { kind = "DISSEMINATION", ...rest } = facts;
  const meeting = await aSession(programmeId, {
    title: "Incontro aperto",
    state: "CONVENED",
    audience: "PUBLIC",
    ...rest,
  });
  await db.session.update({ where: { id: meeting.id }, data: { kind } });
  return meeting;
}

/** What the form of a body outside the portal sends, read. */
export function interestForm(meeting: { id: string }, fields: Record<string, unknown> = {}): AskInterest {
  return askInterestSchema.parse({
    session: meeting.id,
    bodyName: "Unione regionale",
    contactName: "Bice Corbezzoli",
    email: "ente@fuori.test",
    people: "3",
    ...fields,
  });
}

/** The secret of the link that was mailed last to an address. */
export async function mailedToken(email: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({
    where: { toAddress: email },
    orderBy: { createdAt: "desc" },
  });
  return (
    String((mail.params as MailParams).link)
      .split("/")
      .at(-1) ?? ""
  );
}
