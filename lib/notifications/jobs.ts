import { enqueueLine, tell } from "@/lib/notifications/centre/commands";
import { groupOf, groupRules } from "@/lib/notifications/groups";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/letter";
import { mailOf } from "@/lib/notifications/letters/mail";
import { lettersFor } from "@/lib/notifications/letters/queries";
import { getMergingMinutes } from "@/lib/notifications/merging/queries";
import { openUntil } from "@/lib/notifications/merging/window";
import { listPaces } from "@/lib/notifications/preferences/queries";
import { findEvent } from "@/lib/notifications/queries";
import { rulesFor, type TemplateName } from "@/lib/notifications/rules";
import type { Subject } from "@/lib/notifications/subject";
import { systemActor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { queueMail } from "@/lib/platform/mail/queue";

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
  const minutes = await getMergingMinutes(actor);
  const told = [...letters.values()].map((letter) => {
    const group = groupOf[letter.kind];
    const chosen = paces.get(letter.person.id)?.[group] ?? groupRules[group].usual;
    return { ...letter, group, pace: letter.onPageAlone ? ("NEVER" as const) : chosen };
  });
  await inTransaction(async (tx) => {
    const fresh = await tell(
      tx,
      actor,
      event.id,
      told.map(({ person, kind, group, pace, subject }) => ({
        personId: person.id,
        programmeId: event.programmeId,
        group,
        kind,
        subject: subject ?? subjectOf(event),
        awaitsDigest: pace === "DAILY" || pace === "WEEKLY",
        openUntil: openUntil(kind, actor.at, minutes),
      })),
    );
    for (const letter of told) {
      const line = fresh.get(letter.person.id);
      if (letter.pace !== "AT_ONCE" || !line) continue;
      if (!line.openUntil) await queueMail(tx, mailOf(actor, letter, `${event.id}:${letter.person.id}`));
      // Its one mail waits for what may still join it.
      else await enqueueLine(tx, actor, line);
    }
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
