import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";
import { readerRoles } from "@/lib/programmes/policy";
import { listSeatedPeople } from "@/lib/tables/queries";

/** Somebody who is told. */
export type Recipient = { id: string; givenName: string; familyName: string; email: string; locale: string };

const recipientSelect = { id: true, givenName: true, familyName: true, email: true, locale: true } as const;
const onlySystem = (actor: Actor) => authorise(actor.kind === "system");

/** An event of the log; null when there is none. */
export async function findEvent(actor: Actor, id: string) {
  onlySystem(actor);
  return db.event.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      actorId: true,
      subjectKind: true,
      subjectId: true,
      programmeId: true,
      organisationId: true,
      occurredAt: true,
      data: true,
    },
  });
}

/** These people, those who were disabled left out. */
export async function listRecipients(actor: Actor, ids: readonly string[]): Promise<Recipient[]> {
  onlySystem(actor);
  return db.person.findMany({
    where: { id: { in: [...ids] }, disabledAt: null },
    orderBy: { id: "asc" },
    select: recipientSelect,
  });
}

/** Who holds one of the roles in a programme at the actor's moment; for some bodies when they are given. */
export async function listRoleHolders(
  actor: Actor,
  roles: readonly Role[],
  scope: { programmeId: string; organisationIds?: readonly string[] },
): Promise<(Recipient & { organisationIds: string[] })[]> {
  onlySystem(actor);
  const held: Prisma.RoleAssignmentWhereInput = {
    role: { in: [...roles] },
    programmeId: scope.programmeId,
    fromAt: { lte: actor.at },
    OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
    ...(scope.organisationIds ? { organisationId: { in: [...scope.organisationIds] } } : {}),
  };
  const people = await db.person.findMany({
    where: { disabledAt: null, roles: { some: held } },
    orderBy: { id: "asc" },
    select: { ...recipientSelect, roles: { where: held, select: { organisationId: true } } },
  });
  return people.map(({ roles: found, ...person }) => ({
    ...person,
    organisationIds: [...new Set(found.map((one) => one.organisationId).filter((id) => id !== null))],
  }));
}

/** What the mails of a request say, with the bodies that owe it. */
export async function findRequest(actor: Actor, id: string) {
  onlySystem(actor);
  return db.deliverableRequest.findUnique({
    where: { id },
    select: {
      id: true,
      title: true,
      programme: { select: { id: true, slug: true, shortTitle: true } },
      deliverables: {
        select: { id: true, dueAt: true, organisation: { select: { id: true, name: true } } },
      },
    },
  });
}

/** What the mails of a deliverable say, with its latest submission. */
export async function findDeliverable(actor: Actor, id: string) {
  onlySystem(actor);
  return db.deliverable.findUnique({
    where: { id },
    select: {
      id: true,
      dueAt: true,
      state: true,
      nextReviewerId: true,
      organisation: { select: { id: true, name: true } },
      request: {
        select: {
          title: true,
          programme: { select: { id: true, slug: true, shortTitle: true } },
          reviewers: { orderBy: { position: "asc" }, take: 1, select: { personId: true } },
        },
      },
      submissions: {
        orderBy: { submittedAt: "desc" },
        take: 1,
        select: { year: true, number: true, submittedAt: true, isLate: true },
      },
    },
  });
}

/** A post with its thread and those who follow it and may read it; null when it was hidden meanwhile. */
export async function findPost(actor: Actor, where: { id: string } | { threadId: string; number: number }) {
  onlySystem(actor);
  const post = await db.post.findFirst({
    where: { ...where, hiddenAt: null, thread: { hiddenAt: null } },
    select: {
      number: true,
      authorId: true,
      author: { select: { givenName: true, familyName: true } },
      thread: {
        select: {
          id: true,
          title: true,
          lockedAt: true,
          category: {
            select: {
              id: true,
              tableId: true,
              programme: { select: { id: true, slug: true, shortTitle: true } },
            },
          },
        },
      },
    },
  });
  if (!post) return null;
  const { id: threadId, category } = post.thread;
  const [ofThread, ofCategory] = await Promise.all([
    db.threadRead.findMany({ where: { threadId, watch: "WATCHING" }, select: { personId: true } }),
    db.categoryWatch.findMany({
      where: {
        categoryId: category.id,
        level: "WATCHING",
        person: { reads: { none: { threadId, watch: { not: null } } } },
      },
      select: { personId: true },
    }),
  ]);
  const following = new Set([...ofThread, ...ofCategory].map((one) => one.personId));
  const present = await db.roleAssignment.findMany({
    where: {
      personId: { in: [...following] },
      programmeId: category.programme.id,
      ...(await readingTable(actor, category.tableId)),
      fromAt: { lte: actor.at },
      OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
    },
    distinct: ["personId"],
    select: { personId: true },
  });
  return { ...post, watchers: present.map((one) => one.personId) };
}

// Of a category of a table: who reads all bodies, and who sits there.
async function readingTable(actor: Actor, tableId: string | null): Promise<Prisma.RoleAssignmentWhereInput> {
  if (tableId === null) return {};
  const seated = await listSeatedPeople(actor, tableId);
  return { AND: [{ OR: [{ role: { in: [...readerRoles] } }, { personId: { in: seated } }] }] };
}

/**
 * Whom mentions call: people, the people of bodies and who holds a role, as far as they take part in the programme. Who
 * has muted the thread hears nothing of it.
 */
export async function listMentioned(
  actor: Actor,
  mentions: readonly string[],
  { threadId, programmeId, tableId }: { threadId: string; programmeId: string; tableId: string | null },
): Promise<string[]> {
  onlySystem(actor);
  const called = await db.postMention.findMany({
    where: { id: { in: [...mentions] } },
    select: { personId: true, organisationId: true, role: true },
  });
  const held = await db.roleAssignment.findMany({
    where: {
      programmeId,
      fromAt: { lte: actor.at },
      AND: [
        await readingTable(actor, tableId),
        { OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
        {
          OR: [
            { personId: { in: called.flatMap((one) => one.personId ?? []) } },
            { organisationId: { in: called.flatMap((one) => one.organisationId ?? []) } },
            { role: { in: called.flatMap((one) => one.role ?? []) } },
          ],
        },
      ],
      person: { reads: { none: { threadId, watch: "MUTED" } } },
    },
    distinct: ["personId"],
    select: { personId: true },
  });
  return held.map(({ personId }) => personId);
}

/** The file that a scanner had withheld, of a document or a post; null when it is gone. */
export async function findWithheld(
  actor: Actor,
  { subjectKind, subjectId, data }: { subjectKind: string; subjectId: string; data: unknown },
) {
  onlySystem(actor);
  const { versionId = "", attachmentId = "" } = data as { versionId?: string; attachmentId?: string };
  const programme = { select: { id: true, slug: true, shortTitle: true } } as const;
  if (subjectKind === "document") {
    const version = await db.documentVersion.findFirst({
      where: { id: versionId, documentId: subjectId },
      select: {
        filename: true,
        object: { select: { threat: true } },
        document: { select: { space: { select: { programme } } } },
      },
    });
    if (!version) return null;
    const { filename, object, document } = version;
    return { filename, threat: object.threat, programme: document.space.programme };
  }
  const attachment = await db.postAttachment.findFirst({
    where: { id: attachmentId, postId: subjectId },
    select: {
      filename: true,
      object: { select: { threat: true } },
      post: { select: { thread: { select: { category: { select: { programme } } } } } },
    },
  });
  if (!attachment) return null;
  const { filename, object, post } = attachment;
  return { filename, threat: object.threat, programme: post.thread.category.programme };
}

/** A declaration of reuse that waits for somebody to decide on it; null when that was done, or it was taken back. */
export async function findWaitingDeclaration(actor: Actor, { data }: { data: unknown }) {
  onlySystem(actor);
  const { declarationId = "" } = data as { declarationId?: string };
  return db.reuseDeclaration.findFirst({
    where: { id: declarationId, state: "WAITING" },
    select: {
      organisationName: true,
      item: {
        select: { title: true, programme: { select: { id: true, slug: true, shortTitle: true } } },
      },
    },
  });
}

export type DeclarationFacts = NonNullable<Awaited<ReturnType<typeof findWaitingDeclaration>>>;
export type WithheldFacts = NonNullable<Awaited<ReturnType<typeof findWithheld>>>;
export type RequestFacts = NonNullable<Awaited<ReturnType<typeof findRequest>>>;
export type DeliverableFacts = NonNullable<Awaited<ReturnType<typeof findDeliverable>>>;
export type PostFacts = NonNullable<Awaited<ReturnType<typeof findPost>>>;
