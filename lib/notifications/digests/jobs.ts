import "server-only";
import { listOwed } from "@/lib/documents/deliverables/queries";
import { localeOf } from "@/lib/notifications/contents";
import { digestContent } from "@/lib/notifications/digests/content";
import { type CutOffs, cutOffsAt } from "@/lib/notifications/digests/cut-offs";
import { type Awaiting, listAwaiting, listPending } from "@/lib/notifications/digests/queries";
import { listSubjects } from "@/lib/notifications/subjects/queries";
import { unsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import { findPersonActor } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { type MailParams, queueMail } from "@/lib/platform/mail/queue";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { listMyNextSessions } from "@/lib/sessions/queries";

const peopleAtOnce = 100;
const owedAtMost = 10;

/**
 * Puts the digests together that are due at the actor's moment, one a person and day; nothing for who has no news. May run
 * as often as one likes.
 * @returns how many were written
 */
export async function sendDigests(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const cutOffs = cutOffsAt(actor.at);
  if (!cutOffs) return 0;
  let written = 0;
  for (let after: string | undefined, isFull = true; isFull; ) {
    const people = await listAwaiting(actor, cutOffs, { after, size: peopleAtOnce });
    // What each may see is asked by their own rights, one after the other.
    for (const person of people) if (await writeTo(actor, person, cutOffs)) written += 1;
    after = people.at(-1)?.id;
    isFull = people.length === peopleAtOnce;
  }
  return written;
}

async function writeTo(actor: Actor, person: Awaiting, cutOffs: CutOffs): Promise<boolean> {
  const { due, settled } = await listPending(actor, person, cutOffs);
  const reader = await findPersonActor(actor, person.id);
  if (!reader) return false;
  const params = await contentFor(reader, person, due);
  return inTransaction(async (tx) => {
    const told = [...due, ...settled];
    if (params) {
      const { count } = await tx.digest.createMany({
        data: [{ personId: person.id, day: fromDateOnly(cutOffs.day), createdAt: actor.at }],
        skipDuplicates: true,
      });
      // Another worker was first; what it took is settled by it.
      if (count === 0) return false;
      await queueMail(tx, {
        dedupeKey: `digest:${person.id}:${cutOffs.day}`,
        template: "notifications.digest",
        locale: person.locale,
        to: { address: person.email, personId: person.id },
        params,
        unsubscribeToken: unsubscribeToken({ personId: person.id, email: person.email, of: "DIGEST" }),
      });
    }
    // What has grown since it was read above comes in the next one; what is told here grows no more.
    const latest = Math.max(0, ...told.map(({ latestAt }) => latestAt.getTime()));
    await tx.notification.updateMany({
      where: { id: { in: told.map(({ id }) => id) }, latestAt: { lte: new Date(latest) } },
      data: { awaitsDigest: false, openUntil: null },
    });
    return params !== null;
  });
}

/** Null where the reader may see nothing of it any more. */
async function contentFor(
  reader: Actor,
  person: Awaiting,
  due: Awaited<ReturnType<typeof listPending>>["due"],
): Promise<MailParams | null> {
  const seen = await listSubjects(reader, due);
  const news = due.flatMap((told) => {
    const about = seen.get(told.id);
    return about ? [{ told, about }] : [];
  });
  if (news.length === 0) return null;
  const locale = localeOf(person);
  const [t, [next], owed] = await Promise.all([
    translatorFor(locale, "notifications"),
    listMyNextSessions(reader, 1),
    listOwed(reader, owedAtMost),
  ]);
  return digestContent({ name: person.givenName, at: reader.at, locale, news, next, owed }, t);
}
