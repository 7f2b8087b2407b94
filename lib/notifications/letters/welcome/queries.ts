import "server-only";
import { findWelcome } from "@/lib/animation/welcome/queries";
import { listOwed } from "@/lib/documents/deliverables/queries";
import { localeOf } from "@/lib/notifications/contents";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/letter";
import { listRecipients, listRoleHolders } from "@/lib/notifications/queries";
import type { Subject } from "@/lib/notifications/subject";
import { welcomeContent } from "@/lib/notifications/welcome/contents";
import { findPersonActor } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { listNextSessions } from "@/lib/sessions/queries";

/** Greets somebody whose first role in a programme has begun; what the mail says is seen with their own rights. */
export async function welcomeLetters(
  actor: Actor,
  { subjectId, programmeId, occurredAt }: LoggedEvent,
): Promise<Letter[]> {
  if (!programmeId) return [];
  const [person] = await listRecipients(actor, [subjectId]);
  const reader = person ? await findPersonActor(actor, person.id) : null;
  if (!person || !reader) return [];
  const welcome = await findWelcome(reader, { programmeId, since: occurredAt });
  if (!welcome) return [];
  const [coordinators, [next], [owed], t] = await Promise.all([
    listRoleHolders(actor, ["COORDINATOR"], { programmeId }),
    listNextSessions(reader, { programmeId, size: 1 }),
    listOwed(reader, 1, programmeId),
    translatorFor(localeOf(person), "animation"),
  ]);
  const around = {
    coordinators: coordinators.filter(({ id }) => id !== person.id),
    next,
    owed,
    usualText: t("welcome.usualText"),
  };
  const subject: Subject = { kind: "programme", id: programmeId };
  return [{ person, params: welcomeContent(welcome, around, person), subject }];
}
