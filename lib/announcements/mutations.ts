import "server-only";
import { keepReading } from "@/lib/announcements/commands";
import { announcementTransitions } from "@/lib/announcements/lifecycle";
import { announcementVisibleTo, canAnnounce, isReader } from "@/lib/announcements/policy";
import {
  type AcknowledgeAnnouncement,
  type Announce,
  type ChangeAnnouncement,
  momentOf,
  type WithdrawAnnouncement,
} from "@/lib/announcements/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs/queue";
import { renderMarkdown } from "@/lib/platform/markdown";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo, takesPart } from "@/lib/programmes/policy";

/** Where an announcement stands, for the page that shows it. */
export type AnnouncementPlace = { slug: string; id: string };

const farthest = 366 * 86_400_000;

/** Publishes an announcement, or has it wait for its moment. The same form sent twice is one. */
export async function announce(actor: Actor, input: Announce): Promise<AnnouncementPlace> {
  const { html, version: rendererVersion } = renderMarkdown(input.text);
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: input.programmeId }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true, promoterId: true },
      }),
      "programme",
    );
    authorise(canAnnounce(actor, { programmeId: programme.id, promoterId: programme.promoterId }));
    // Two sendings of one form come one after the other: the second finds what the first has written.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${input.submissionKey}, 0))`;
    const sent = await tx.announcement.findUnique({
      where: { submissionKey: input.submissionKey },
      select: { id: true, authorId: true },
    });
    if (sent && sent.authorId !== actor.personId) throw new NotFoundError("announcement");
    if (sent) return { slug: programme.slug, id: sent.id };
    const moment = checkMoment(actor, momentOf(input));
    const isForAll = input.to === "all";
    const { id } = await tx.announcement.create({
      data: {
        programmeId: programme.id,
        authorId: actor.personId,
        title: input.title,
        markdown: input.text,
        html,
        rendererVersion,
        lang: input.lang,
        isForAll,
        mustAcknowledge: input.mustAcknowledge,
        byMail: input.byMail,
        state: moment ? "SCHEDULED" : "PUBLISHED",
        publishAt: moment ?? actor.at,
        createdAt: actor.at,
        submissionKey: input.submissionKey,
      },
      select: { id: true },
    });
    if (!isForAll) await addressTo(tx, { id, programmeId: programme.id, bodies: input.bodies });
    if (moment) await planPublication(tx, id, moment);
    await keepReading(tx, actor, { id, programmeId: programme.id });
    await recordEvent(tx, actor, {
      kind: moment ? "announcements.scheduled" : "announcements.published",
      subject: { kind: "announcement", id },
      programmeId: programme.id,
    });
    return { slug: programme.slug, id };
  });
}

/**
 * Changes an announcement. Of one that is published the text before stays readable, and whoever acknowledged it is asked
 * again when the text is another.
 */
export async function changeAnnouncement(
  actor: Actor,
  input: ChangeAnnouncement,
): Promise<AnnouncementPlace> {
  const { html, version: rendererVersion } = renderMarkdown(input.text);
  return inTransaction(async (tx) => {
    const announcement = await findOwn(tx, actor, input.id);
    const { id, state, programmeId } = announcement;
    if (state === "WITHDRAWN") throw new DomainError("announcements.withdrawn");
    const isPublished = state === "PUBLISHED";
    const moment = isPublished ? null : checkMoment(actor, momentOf(input));
    const isOther = announcement.markdown !== input.text || announcement.title !== input.title;
    const { count } = await tx.announcement.updateMany({
      where: { id, version: input.version, state },
      data: {
        title: input.title,
        markdown: input.text,
        html,
        rendererVersion,
        mustAcknowledge: input.mustAcknowledge,
        isForAll: input.to === "all",
        version: { increment: 1 },
        ...(isPublished && isOther ? { editedAt: actor.at } : {}),
        ...(isPublished ? {} : { publishAt: moment ?? actor.at }),
      },
    });
    await assertUnchanged(tx, count, { kind: "announcement", id });
    await tx.announcementBody.deleteMany({ where: { announcementId: id } });
    if (input.to === "some") await addressTo(tx, { id, programmeId, bodies: input.bodies });
    if (isPublished && isOther) {
      await tx.announcementRevision.create({
        data: {
          announcementId: id,
          number: input.version,
          title: announcement.title,
          markdown: announcement.markdown,
          replacedAt: actor.at,
        },
        select: { id: true },
      });
      await tx.announcementReading.updateMany({
        where: { announcementId: id },
        data: { acknowledgedAt: null, acknowledgedVersion: null },
      });
    }
    if (!isPublished) await planPublication(tx, id, moment ?? actor.at);
    await recordEvent(tx, actor, {
      kind: "announcements.changed",
      subject: { kind: "announcement", id },
      programmeId,
      data: { published: isPublished },
    });
    return { slug: announcement.programme.slug, id };
  });
}

/** Takes an announcement back: its readers see it no more; who writes announcements keeps the trace. */
export async function withdrawAnnouncement(
  actor: Actor,
  { id, version }: WithdrawAnnouncement,
): Promise<AnnouncementPlace> {
  return inTransaction(async (tx) => {
    const { state, programmeId, programme } = await findOwn(tx, actor, id);
    if (state === "WITHDRAWN") throw new DomainError("announcements.withdrawn");
    const { count } = await tx.announcement.updateMany({
      where: { id, version, state },
      data: {
        state: announcementTransitions[state].withdraw,
        withdrawnAt: actor.at,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "announcement", id });
    await recordEvent(tx, actor, {
      kind: "announcements.withdrawn",
      subject: { kind: "announcement", id },
      programmeId,
    });
    return { slug: programme.slug, id };
  });
}

/** Says to have read an announcement whose author asks for that; the text that was on the page. */
export async function acknowledgeAnnouncement(
  actor: Actor,
  { id, version }: AcknowledgeAnnouncement,
): Promise<AnnouncementPlace> {
  return inTransaction(async (tx) => {
    // Held, so that a change of the text comes before or after and never in between.
    await tx.$executeRaw`select 1 from announcement where id = ${id}::uuid for share`;
    const announcement = found(
      await tx.announcement.findFirst({
        where: { AND: [{ id, state: "PUBLISHED" }, announcementVisibleTo(actor)] },
        select: {
          programmeId: true,
          version: true,
          mustAcknowledge: true,
          programme: { select: { slug: true } },
        },
      }),
      "announcement",
    );
    const { programmeId, programme } = announcement;
    authorise(isReader(actor, { programmeId }));
    if (!announcement.mustAcknowledge) throw new DomainError("announcements.notAsked");
    if (announcement.version !== version) throw new DomainError("announcements.changedMeanwhile");
    await keepReading(tx, actor, { id, programmeId });
    const { count } = await tx.announcementReading.updateMany({
      where: { announcementId: id, personId: actor.personId ?? "", acknowledgedAt: null },
      data: { acknowledgedAt: actor.at, acknowledgedVersion: version },
    });
    if (count > 0) {
      await recordEvent(tx, actor, {
        kind: "announcements.acknowledged",
        subject: { kind: "announcement", id },
        programmeId,
        data: { version },
      });
    }
    return { slug: programme.slug, id };
  });
}

async function findOwn(tx: Tx, actor: Actor, id: string) {
  const announcement = found(
    await tx.announcement.findFirst({
      where: { AND: [{ id }, announcementVisibleTo(actor)] },
      select: {
        id: true,
        title: true,
        markdown: true,
        state: true,
        programmeId: true,
        programme: { select: { slug: true, promoterId: true } },
      },
    }),
    "announcement",
  );
  const { programmeId, programme } = announcement;
  authorise(canAnnounce(actor, { programmeId, promoterId: programme.promoterId }));
  return announcement;
}

function checkMoment(actor: Actor, moment: Date | null): Date | null {
  if (!moment || moment <= actor.at) {
    if (moment) throw new DomainError("announcements.momentPast", {}, "date");
    return null;
  }
  if (moment.getTime() - actor.at.getTime() > farthest)
    throw new DomainError("announcements.momentTooFar", {}, "date");
  return moment;
}

async function addressTo(
  tx: Tx,
  { id, programmeId, bodies }: { id: string; programmeId: string; bodies: readonly string[] },
): Promise<void> {
  const known = await tx.enrolment.findMany({
    where: { programmeId, organisationId: { in: [...bodies] }, ...takesPart },
    select: { organisationId: true },
  });
  if (known.length !== new Set(bodies).size)
    throw new DomainError("announcements.chooseBodies", {}, "bodies");
  await tx.announcementBody.createMany({
    data: known.map(({ organisationId }) => ({ announcementId: id, organisationId })),
  });
}

/** The job of an announcement that waits; planned anew it takes the place of the one before. */
async function planPublication(tx: Tx, id: string, at: Date): Promise<void> {
  await enqueue(tx, "publish-announcement", { announcementId: id }, { key: `announcement:${id}`, runAt: at });
}
