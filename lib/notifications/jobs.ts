import { tell } from "@/lib/notifications/centre/commands";
import { groupOf, groupRules, openGroup } from "@/lib/notifications/groups";
import { type Letter, type LoggedEvent, lettersFor } from "@/lib/notifications/letters/queries";
import { listPaces } from "@/lib/notifications/preferences/queries";
import { findEvent } from "@/lib/notifications/queries";
import { afterQuietHours } from "@/lib/notifications/quiet-hours";
import { rulesFor, type TemplateName } from "@/lib/notifications/rules";
import type { Subject } from "@/lib/notifications/subject";
import { unsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import type { NotificationGroup } from "@/lib/platform/db/generated/enums";
import { type NewMail, queueMail } from "@/lib/platform/mail/queue";

/** Tells those whom an event concerns, once each. */
export async function notify({ eventId }: { eventId: string }, at: Date): Promise<void> {
  const actor = systemActor("notify", at);
  const event = await findEvent(actor, eventId);
  if (!event) return;
  const rules = rulesFor({ ...event, data: event.data as Record<string, unknown> });
  const letters = new Map<string, Letter & { kind: TemplateName }>();
  for (const rule of rules) {
    for (const letter of await lettersFor(actor, event, rule)) {
      // Nobody hears twice of one event: what the first rule says is nearest to the person.
      if (!letters.has(letter.person.id)) letters.set(letter.person.id, { ...letter, kind: rule.template });
    }
  }
  if (letters.size === 0) return;
  const paces = await listPaces(actor, [...letters.keys()]);
  const told = [...letters.values()].map((letter) => {
    const group = groupOf[letter.kind];
    const chosen = paces.get(letter.person.id)?.[group] ?? groupRules[group].usual;
    return { ...letter, group, pace: letter.onPageAlone ? ("NEVER" as const) : chosen };
  });
  await inTransaction(async (tx) => {
    const fresh = await tell(
      tx,
      actor,
      told.map(({ person, kind, group, pace, subject }) => ({
        personId: person.id,
        eventId: event.id,
        programmeId: event.programmeId,
        group,
        kind,
        subject: subject ?? subjectOf(event),
        awaitsDigest: pace === "DAILY" || pace === "WEEKLY",
      })),
    );
    for (const letter of told)
      if (letter.pace === "AT_ONCE" && fresh.has(letter.person.id))
        await queueMail(tx, mailOf(actor, event, letter));
  });
}

function subjectOf({ kind, subjectKind, subjectId: id }: LoggedEvent): Subject {
  if (
    subjectKind === "session" ||
    subjectKind === "poll" ||
    subjectKind === "deliverable" ||
    subjectKind === "announcement"
  )
    return { kind: subjectKind, id };
  throw new Error(`a letter about ${kind} says nothing of what it is about`);
}

type Told = Letter & { kind: TemplateName; group: NotificationGroup };

function mailOf(
  actor: Actor,
  event: LoggedEvent,
  { person, params, calendar, subject, repliesTo, kind, group }: Told,
): NewMail {
  const of = openGroup(group);
  return {
    dedupeKey: `${event.id}:${person.id}`,
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
