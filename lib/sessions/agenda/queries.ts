import "server-only";
import { listOwnBodies } from "@/lib/documents/circles/queries";
import { listOverdue } from "@/lib/documents/deliverables/overdue/queries";
import { getForum, listThreads } from "@/lib/forum/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { AgendaSource, ProposalState } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { workedOnBy } from "@/lib/programmes/policy";
import { takesPoints } from "@/lib/sessions/agenda/lifecycle";
import { canPropose, canProposeInOwnName, canWithdrawProposal } from "@/lib/sessions/agenda/policy";
import { asUuid } from "@/lib/sessions/identifier";
import { canManage, canSeePeople, onReservedPage, visibleTo } from "@/lib/sessions/policy";
import { agendaMinutes, lengthInMinutes } from "@/lib/sessions/schedule-checks";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

/** Where a point came from: the thing's kind and identifier, and the session of a point that was carried over. */
export type PointSource = { kind: AgendaSource; id: string; sessionId: string | null };

export type AgendaPage = {
  session: SessionRow & { version: number };
  points: {
    id: string;
    title: string;
    minutes: number | null;
    owner: string | null;
    notDealtWith: boolean;
    source: PointSource | null;
  }[];
  sum: number;
  length: number;
  proposals: Proposal[];
  /** until the session starts */
  isOpen: boolean;
  may: { manage: boolean; propose: boolean };
  voices: { bodies: { id: string; shortName: string }[]; speaksForItself: boolean };
};

export type Proposal = {
  id: string;
  title: string;
  note: string;
  minutes: number | null;
  state: ProposalState;
  reason: string | null;
  createdAt: Date;
  by: string | null;
  body: string | null;
  isMine: boolean;
};

/** The agenda of a session with where its points come from and what its people propose, for the programme's members. */
export async function getAgenda(actor: Actor, slug: string, id: string): Promise<AgendaPage> {
  const row = found(
    await db.session.findFirst({
      where: onReservedPage(actor, { slug, id }),
      select: {
        ...rowSelect,
        version: true,
        deputyId: true,
        agenda: {
          orderBy: { position: "asc" },
          select: {
            id: true,
            title: true,
            minutes: true,
            owner: true,
            notDealtWith: true,
            sourceKind: true,
            sourceId: true,
          },
        },
        proposals: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 200, select: proposalSelect },
      },
    }),
    "session",
  );
  const { agenda, proposals, deputyId, ...session } = row;
  const scope = { programmeId: session.programme.id, deputyId };
  const [bodies, origins] = await Promise.all([
    listOwnBodies(actor, scope.programmeId),
    sessionsOfPoints(agenda.flatMap((one) => (one.sourceKind === "CARRIED_POINT" ? [one.sourceId] : []))),
  ]);
  const isOpen = takesPoints(session, actor.at);
  return {
    session,
    points: agenda.map(({ sourceKind, sourceId, ...point }) => ({
      ...point,
      source:
        sourceKind && sourceId
          ? { kind: sourceKind, id: sourceId, sessionId: origins.get(sourceId) ?? null }
          : null,
    })),
    sum: agendaMinutes(agenda),
    length: lengthInMinutes(session.startsAt, session.endsAt),
    proposals: canSeePeople(actor, scope) ? proposals.map((one) => proposalOf(actor, one)) : [],
    isOpen,
    may: { manage: canManage(actor, scope), propose: isOpen && canPropose(actor, scope) },
    voices: { bodies, speaksForItself: canProposeInOwnName(actor, scope) },
  };
}

/** Something open elsewhere that may become a point. */
export type Drawable = {
  sourceKind: "THREAD" | "DELIVERABLE" | "CARRIED_POINT";
  sourceId: string;
  title: string;
  owner: string | null;
  minutes: number | null;
  /** since when it has been open: the latest post, the due moment, the session that left it */
  since: Date;
  /** the session that left a point open */
  sessionId: string | null;
};

/**
 * What a session's agenda can draw in, as far as the actor may read it: questions of the forum without an answer, late
 * deliverables, points that the last closed session left open. What is on the agenda already is left out. Decisions and
 * tasks that are still open come in the same shape once minutes hold them.
 */
export async function listDrawable(actor: Actor, sessionId: string): Promise<Drawable[]> {
  const session = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(sessionId), programme: workedOnBy(actor) }, visibleTo(actor)] },
      select: {
        startsAt: true,
        programme: { select: { id: true, slug: true } },
        agenda: { where: { sourceId: { not: null } }, select: { sourceId: true } },
      },
    }),
    "session",
  );
  const [questions, late, left] = await Promise.all([
    listQuestions(actor, session.programme.slug),
    listLate(actor, session.programme.id),
    listLeftOpen(actor, session.programme.id, session.startsAt),
  ]);
  const there = new Set(session.agenda.map((one) => one.sourceId));
  return [...left, ...questions, ...late].filter((one) => !there.has(one.sourceId));
}

/** The sessions on whose agenda a thing stands, or what has ended in it, as far as the actor sees them; the latest first. */
export async function listAgendasWith(
  actor: Actor,
  source: { kind: AgendaSource; ids: readonly string[] },
): Promise<{ id: string; title: string; startsAt: Date; programme: { slug: string } }[]> {
  return db.session.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { agenda: { some: { sourceKind: source.kind, sourceId: { in: [...source.ids] } } } },
      ],
    },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: 10,
    select: { id: true, title: true, startsAt: true, programme: { select: { slug: true } } },
  });
}

/** A proposal as the mail of its outcome tells of it. */
export async function getProposalNotice(actor: Actor, id: string) {
  return found(
    await db.agendaProposal.findFirst({
      where: { id, session: visibleTo(actor) },
      select: {
        title: true,
        reason: true,
        proposedById: true,
        session: {
          select: {
            id: true,
            title: true,
            startsAt: true,
            programmeId: true,
            programme: { select: { slug: true, shortTitle: true } },
          },
        },
      },
    }),
    "proposal",
  );
}

export type ProposalNotice = Awaited<ReturnType<typeof getProposalNotice>>;

async function listQuestions(actor: Actor, slug: string): Promise<Drawable[]> {
  const forum = await getForum(actor, slug);
  const { pinned, rows } = await listThreads(actor, forum, { state: "OPEN" });
  return [...pinned, ...rows]
    .filter((thread) => !thread.isHidden)
    .map(({ id, title, lastPostAt }) => ({
      sourceKind: "THREAD",
      sourceId: id,
      title,
      owner: null,
      minutes: null,
      since: lastPostAt,
      sessionId: null,
    }));
}

async function listLate(actor: Actor, programmeId: string): Promise<Drawable[]> {
  const late = await listOverdue(actor, programmeId);
  return late.map(({ id, dueAt, organisation, request }) => ({
    sourceKind: "DELIVERABLE",
    sourceId: id,
    title: `${request.title}: ${organisation.shortName}`,
    owner: organisation.shortName,
    minutes: null,
    since: dueAt,
    sessionId: null,
  }));
}

async function listLeftOpen(actor: Actor, programmeId: string, before: Date): Promise<Drawable[]> {
  const last = await db.session.findFirst({
    where: { AND: [{ programmeId, state: "CLOSED", startsAt: { lt: before } }, visibleTo(actor)] },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      startsAt: true,
      agenda: {
        where: { notDealtWith: true },
        orderBy: { position: "asc" },
        select: { id: true, title: true, owner: true, minutes: true },
      },
    },
  });
  if (!last) return [];
  return last.agenda.map(({ id, ...point }) => ({
    ...point,
    sourceKind: "CARRIED_POINT",
    sourceId: id,
    since: last.startsAt,
    sessionId: last.id,
  }));
}

async function sessionsOfPoints(ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const points = await db.agendaItem.findMany({
    where: { id: { in: known } },
    select: { id: true, sessionId: true },
  });
  return new Map(points.map((one) => [one.id, one.sessionId]));
}

const proposalSelect = {
  id: true,
  title: true,
  note: true,
  minutes: true,
  state: true,
  reason: true,
  createdAt: true,
  proposedById: true,
  proposedBy: { select: { givenName: true, familyName: true } },
  organisation: { select: { shortName: true } },
} as const;

type ProposalRow = Omit<Proposal, "by" | "body" | "isMine"> & {
  proposedById: string | null;
  proposedBy: { givenName: string; familyName: string } | null;
  organisation: { shortName: string } | null;
};

function proposalOf(actor: Actor, { proposedBy, organisation, proposedById, ...row }: ProposalRow): Proposal {
  return {
    ...row,
    by: proposedBy && `${proposedBy.givenName} ${proposedBy.familyName}`,
    body: organisation?.shortName ?? null,
    isMine: canWithdrawProposal(actor, { proposedById }),
  };
}
