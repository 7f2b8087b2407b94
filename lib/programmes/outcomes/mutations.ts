import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { jsonDate } from "@/lib/platform/json-date";
import { renderMarkdown } from "@/lib/platform/markdown";
import { assertUnchanged } from "@/lib/platform/stale";
import type {
  AddOutcome,
  EditOutcome,
  PublishOutcome,
  RemoveOutcome,
  UnpublishOutcome,
} from "@/lib/programmes/outcomes/schema";
import { canEditOutcomes, canProposeOutcome, outcomesVisibleTo, visibleTo } from "@/lib/programmes/policy";

type Done = { id: string; slug: string };

/** Adds an outcome, unpublished: a draft of the coordinator, a proposal of an expert or a referent. */
export async function addOutcome(actor: Actor, input: AddOutcome): Promise<Done> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: input.programmeId }, visibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canProposeOutcome(actor, programme));
    await assertTies(tx, actor, programme.id, input);
    const { id } = await tx.outcome.create({
      data: { programmeId: programme.id, createdAt: actor.at, ...columns(input) },
      select: { id: true },
    });
    const isDraft = canEditOutcomes(actor, programme);
    await record(
      tx,
      actor,
      { id, programmeId: programme.id },
      { kind: isDraft ? "programmes.outcomeAdded" : "programmes.outcomeProposed" },
    );
    return { id, slug: programme.slug };
  });
}

/** Changes an outcome; a published one stays published. */
export async function editOutcome(actor: Actor, input: EditOutcome): Promise<Done> {
  return inTransaction(async (tx) => {
    const outcome = await findEditable(tx, actor, input.id);
    await assertTies(tx, actor, outcome.programmeId, input);
    await change(tx, input, columns(input));
    await record(tx, actor, outcome, { kind: "programmes.outcomeEdited" });
    return { id: outcome.id, slug: outcome.programme.slug };
  });
}

/** Shows an outcome to everybody. */
export async function publishOutcome(actor: Actor, input: PublishOutcome): Promise<Done> {
  return inTransaction(async (tx) => {
    const outcome = await findEditable(tx, actor, input.id);
    if (outcome.publishedAt) throw new DomainError("programmes.publishedAlready");
    await change(tx, input, { publishedAt: actor.at });
    await record(tx, actor, outcome, { kind: "programmes.outcomePublished" });
    return { id: outcome.id, slug: outcome.programme.slug };
  });
}

/** Takes an outcome off the public pages, with its reason in the log. */
export async function unpublishOutcome(actor: Actor, input: UnpublishOutcome): Promise<Done> {
  return inTransaction(async (tx) => {
    const outcome = await findEditable(tx, actor, input.id);
    if (!outcome.publishedAt) throw new DomainError("programmes.notPublished");
    await change(tx, input, { publishedAt: null });
    await record(tx, actor, outcome, {
      kind: "programmes.outcomeUnpublished",
      data: { reason: input.reason },
    });
    return { id: outcome.id, slug: outcome.programme.slug };
  });
}

/** Removes an outcome that is not published. */
export async function removeOutcome(actor: Actor, input: RemoveOutcome): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const outcome = await findEditable(tx, actor, input.id);
    if (outcome.publishedAt) throw new DomainError("programmes.unpublishFirst");
    const { count } = await tx.outcome.deleteMany({
      where: { id: input.id, version: input.version, publishedAt: null },
    });
    await assertUnchanged(tx, count, { kind: "outcome", id: input.id });
    await record(tx, actor, outcome, { kind: "programmes.outcomeRemoved" });
    return { slug: outcome.programme.slug };
  });
}

async function findEditable(tx: Tx, actor: Actor, id: string) {
  const outcome = found(
    await tx.outcome.findFirst({
      where: { AND: [{ id }, outcomesVisibleTo(actor)] },
      select: { id: true, programmeId: true, publishedAt: true, programme: { select: { slug: true } } },
    }),
    "outcome",
  );
  authorise(canEditOutcomes(actor, { id: outcome.programmeId }));
  return outcome;
}

async function change(tx: Tx, input: { id: string; version: number }, data: object): Promise<void> {
  const { count } = await tx.outcome.updateMany({
    where: { id: input.id, version: input.version },
    data: { ...data, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "outcome", id: input.id });
}

type Ties = Pick<AddOutcome, "sessionId" | "deliverableId" | "indicatorId">;

// An outcome is tied to what its own programme produced, and a proposal to what its author may read.
async function assertTies(tx: Tx, actor: Actor, programmeId: string, ties: Ties): Promise<void> {
  const { sessionId, deliverableId, indicatorId } = ties;
  const own = actor.organisationsWith(["REFERENT"], programmeId);
  const readsAll = actor.has(["COORDINATOR", "EXPERT"], { programme: programmeId });
  const session = sessionId
    ? await tx.session.findFirst({ where: { id: sessionId, programmeId }, select: { id: true } })
    : true;
  if (!session) throw new DomainError("chooseOne", {}, "sessionId");
  const readable = readsAll
    ? {}
    : {
        OR: [
          { organisationId: { in: own } },
          { state: { in: ["APPROVED", "LOCKED"] as DeliverableState[] } },
        ],
      };
  const deliverable = deliverableId
    ? await tx.deliverable.findFirst({
        where: { id: deliverableId, request: { programmeId }, ...readable },
        select: { id: true },
      })
    : true;
  if (!deliverable) throw new DomainError("chooseOne", {}, "deliverableId");
  const indicator = indicatorId
    ? await tx.indicator.findFirst({ where: { id: indicatorId, programmeId }, select: { id: true } })
    : true;
  if (!indicator) throw new DomainError("chooseOne", {}, "indicatorId");
}

function columns(input: AddOutcome | EditOutcome) {
  return {
    title: input.title,
    text: input.text,
    textHtml: renderMarkdown(input.text).html,
    sessionId: input.sessionId,
    deliverableId: input.deliverableId,
    indicatorId: input.indicatorId,
    quoteSource: input.quoteSource,
    quoteDate: jsonDate(input.quoteDate),
  };
}

async function record(
  tx: Tx,
  actor: Actor,
  outcome: { id: string; programmeId: string },
  event: Pick<NewEvent, "kind" | "data">,
): Promise<void> {
  const { id, programmeId } = outcome;
  await recordEvent(tx, actor, { ...event, subject: { kind: "outcome", id }, programmeId });
}
