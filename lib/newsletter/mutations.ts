import "server-only";
import { nextIssueState } from "@/lib/newsletter/lifecycle";
import { canWriteNewsletter, issueVisibleTo } from "@/lib/newsletter/policy";
import {
  type ChangeIssue,
  momentOf,
  type RemoveIssue,
  type SendIssue,
  type TakeBackIssue,
  type WriteIssue,
} from "@/lib/newsletter/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs/queue";
import { renderMarkdown } from "@/lib/platform/markdown";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** Where an issue stands, for the page that shows it. */
export type IssuePlace = { slug: string; id: string };

const farthest = 366 * 86_400_000;

/** Writes an issue down as a draft. The same form sent twice is one. */
export async function writeIssue(actor: Actor, input: WriteIssue): Promise<IssuePlace> {
  const { html, version: rendererVersion } = renderMarkdown(input.text);
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: input.programmeId }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canWriteNewsletter(actor, { programmeId: programme.id }));
    // Two sendings of one form come one after the other: the second finds what the first has written.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${input.submissionKey}, 0))`;
    const sent = await tx.newsletterIssue.findUnique({
      where: { submissionKey: input.submissionKey },
      select: { id: true, authorId: true },
    });
    if (sent && sent.authorId !== actor.personId) throw new NotFoundError("issue");
    if (sent) return { slug: programme.slug, id: sent.id };
    const { id } = await tx.newsletterIssue.create({
      data: {
        programmeId: programme.id,
        authorId: actor.personId,
        title: input.title,
        markdown: input.text,
        html,
        rendererVersion,
        lang: input.lang,
        createdAt: actor.at,
        submissionKey: input.submissionKey,
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "newsletter.issueWritten",
      subject: { kind: "newsletterIssue", id },
      programmeId: programme.id,
    });
    return { slug: programme.slug, id };
  });
}

/** Changes a draft. What waits for its moment is taken back first; what has gone out is in people's letter boxes. */
export async function changeIssue(actor: Actor, input: ChangeIssue): Promise<IssuePlace> {
  const { html, version: rendererVersion } = renderMarkdown(input.text);
  return inTransaction(async (tx) => {
    const { id, state, programmeId, programme } = await findOwn(tx, actor, input.id);
    if (state !== "DRAFT") throw new DomainError("newsletter.locked", { state });
    const { count } = await tx.newsletterIssue.updateMany({
      where: { id, version: input.version, state },
      data: {
        title: input.title,
        markdown: input.text,
        html,
        rendererVersion,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "newsletterIssue", id });
    await recordEvent(tx, actor, {
      kind: "newsletter.issueChanged",
      subject: { kind: "newsletterIssue", id },
      programmeId,
    });
    return { slug: programme.slug, id };
  });
}

/**
 * Sends an issue to whoever has confirmed a subscription by now, or has it wait for its moment. The job writes the mails:
 * the form is answered at once, however many they are.
 */
export async function sendIssue(actor: Actor, input: SendIssue): Promise<IssuePlace> {
  return inTransaction(async (tx) => {
    const { id, state, programmeId, programme } = await findOwn(tx, actor, input.id);
    const moment = checkMoment(actor, momentOf(input));
    const next = nextIssueState(state, moment ? "schedule" : "send");
    if (programme.state === "DRAFT") throw new DomainError("newsletter.notPublic");
    const { count } = await tx.newsletterIssue.updateMany({
      where: { id, version: input.version, state },
      data: {
        state: next,
        version: { increment: 1 },
        ...(moment ? { sendAt: moment } : { sentAt: actor.at }),
      },
    });
    await assertUnchanged(tx, count, { kind: "newsletterIssue", id });
    await enqueue(
      tx,
      "send-newsletter",
      { issueId: id },
      { key: `newsletter:${id}`, ...(moment ? { runAt: moment } : {}) },
    );
    await recordEvent(tx, actor, {
      kind: moment ? "newsletter.issueScheduled" : "newsletter.issueSent",
      subject: { kind: "newsletterIssue", id },
      programmeId,
    });
    return { slug: programme.slug, id };
  });
}

/** Makes a draft again of an issue that waits for its moment. Its job finds nothing to do. */
export async function takeBackIssue(actor: Actor, input: TakeBackIssue): Promise<IssuePlace> {
  return inTransaction(async (tx) => {
    const { id, state, programmeId, programme } = await findOwn(tx, actor, input.id);
    const { count } = await tx.newsletterIssue.updateMany({
      where: { id, version: input.version, state },
      data: { state: nextIssueState(state, "takeBack"), sendAt: null, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "newsletterIssue", id });
    await recordEvent(tx, actor, {
      kind: "newsletter.issueTakenBack",
      subject: { kind: "newsletterIssue", id },
      programmeId,
    });
    return { slug: programme.slug, id };
  });
}

/** Removes a draft that is not wanted any more. */
export async function removeIssue(actor: Actor, input: RemoveIssue): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const { id, state, programmeId, programme } = await findOwn(tx, actor, input.id);
    if (state !== "DRAFT") throw new DomainError("newsletter.locked", { state });
    const { count } = await tx.newsletterIssue.deleteMany({ where: { id, version: input.version, state } });
    await assertUnchanged(tx, count, { kind: "newsletterIssue", id });
    await recordEvent(tx, actor, {
      kind: "newsletter.issueRemoved",
      subject: { kind: "newsletterIssue", id },
      programmeId,
    });
    return { slug: programme.slug };
  });
}

async function findOwn(tx: Tx, actor: Actor, id: string) {
  const issue = found(
    await tx.newsletterIssue.findFirst({
      where: { AND: [{ id }, issueVisibleTo(actor)] },
      select: {
        id: true,
        state: true,
        programmeId: true,
        programme: { select: { slug: true, state: true } },
      },
    }),
    "issue",
  );
  authorise(canWriteNewsletter(actor, { programmeId: issue.programmeId }));
  return issue;
}

function checkMoment(actor: Actor, moment: Date | null): Date | null {
  if (!moment) return null;
  if (moment <= actor.at) throw new DomainError("newsletter.momentPast", {}, "date");
  if (moment.getTime() - actor.at.getTime() > farthest)
    throw new DomainError("newsletter.momentTooFar", {}, "date");
  return moment;
}
