import { openGroup } from "@/lib/notifications/groups";
import type { Letter } from "@/lib/notifications/letters/letter";
import { afterQuietHours } from "@/lib/notifications/quiet-hours";
import type { TemplateName } from "@/lib/notifications/rules";
import { unsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import type { Actor } from "@/lib/platform/actor";
import type { NotificationGroup } from "@/lib/platform/db/generated/enums";
import type { NewMail } from "@/lib/platform/mail/queue";

/** What is told to one person, by which text. */
export type Told = Letter & { kind: TemplateName; group: NotificationGroup };

/** The mail of what somebody is told. */
export function mailOf(
  actor: Actor,
  { person, params, calendar, subject, repliesTo, kind, group }: Told,
  dedupeKey: string,
): NewMail {
  const of = openGroup(group);
  return {
    dedupeKey,
    template: `${inReplies.includes(kind) ? "replies" : "notifications"}.${kind}`,
    locale: person.locale,
    to: { address: person.email, personId: person.id },
    params,
    ...(calendar ? { calendar } : {}),
    ...(repliesTo ? { repliesTo } : {}),
    ...(subject?.kind === "thread" ? { conversation: `thread.${subject.id}` } : {}),
    // What may be ended is nothing that cannot wait for the morning.
    ...(of
      ? {
          unsubscribeToken: unsubscribeToken({ personId: person.id, email: person.email, of }),
          notBefore: afterQuietHours(actor.at),
        }
      : {}),
  };
}

/** Whose texts stand with those of the replies. */
const inReplies: TemplateName[] = ["placeGiven", "substituteNamed", "substituteTakenBack", "deputyNamed"];
