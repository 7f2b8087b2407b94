import "server-only";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MinutesState, RoundEnd, Verdict } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { asUuid } from "@/lib/sessions/identifier";
import { acceptsVerdicts, isHeld, isWritable } from "@/lib/sessions/minutes/lifecycle";
import { type MinutesPart, minutesSelect, nameOf, partsOf } from "@/lib/sessions/minutes/minutes-row";
import {
  canCompleteTask,
  canJudgeMinutes,
  canProposeMinutes,
  canReadRounds,
  canReadText,
} from "@/lib/sessions/minutes/policy";
import {
  canManage,
  canPublishMinutes,
  canSeePeople,
  canWriteMinutes,
  onReservedPage,
  visibleTo,
} from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

export type RoundView = {
  number: number;
  text: string;
  proposedBy: string | null;
  proposedAt: Date;
  termEndsAt: Date;
  endedAs: RoundEnd | null;
  endedAt: Date | null;
  pdfSha256: string | null;
  verdicts: { personId: string; name: string; verdict: Verdict; text: string; givenAt: Date }[];
};

export type MinutesView = {
  session: SessionRow;
  /** null before the minutes are begun */
  minutes: {
    state: MinutesState;
    version: number;
    lang: string;
    round: number;
    termEndsAt: Date | null;
    publishedAt: Date | null;
    parts: MinutesPart[];
  } | null;
  /** newest first; empty for who reads the published text alone */
  rounds: RoundView[];
  /** who attended, with what each said in the round that runs */
  asked: { personId: string; name: string; verdict: Verdict | null }[];
  /** points that came into the agenda after the minutes were begun */
  missing: number;
  may: {
    write: boolean;
    begin: boolean;
    propose: boolean;
    publish: boolean;
    manage: boolean;
    /** a decision may become a request to the bodies */
    request: boolean;
    /** the verdict is still to be given */
    judge: boolean;
  };
  /** the tasks that the reader may tick off */
  completable: string[];
};

/** The minutes of a session with proposals and verdicts, as far as the actor may read them. */
export async function getMinutes(actor: Actor, slug: string, id: string): Promise<MinutesView> {
  const row = found(
    await db.session.findFirst({
      where: onReservedPage(actor, { slug, id }),
      select: viewSelect,
    }),
    "session",
  );
  const { attendance, minutes, agenda, deputyId, runs, ...session } = row;
  const scope = {
    programmeId: session.programme.id,
    deputyId,
    audience: session.audience,
    attendedIds: attendance.map((one) => one.personId),
  };
  authorise(canReadText(actor, { ...scope, minutesState: minutes?.state ?? "DRAFT" }));
  const rounds = minutes && canReadRounds(actor, scope) ? minutes.rounds.map(roundOf) : [];
  const said = new Map(
    rounds.find((one) => one.number === minutes?.round)?.verdicts.map((one) => [one.personId, one.verdict]),
  );
  const mayWrite = canWriteMinutes(actor, scope) && isHeld({ ...session, runs }, actor.at);
  const state = minutes?.state ?? "DRAFT";
  return {
    session,
    minutes: minutes && {
      ...minutes,
      parts: partsOf(minutes.points, { withPeople: canSeePeople(actor, scope) }),
    },
    rounds,
    asked: attendance.map(({ personId, person }) => ({
      personId,
      name: nameOf(person),
      verdict: said.get(personId) ?? null,
    })),
    missing: minutes
      ? agenda.filter((item) => !minutes.points.some((point) => point.agendaItemId === item.id)).length
      : 0,
    may: {
      write: mayWrite && minutes !== null && isWritable(state),
      begin: mayWrite && minutes === null,
      propose: canProposeMinutes(actor, scope) && minutes !== null && isWritable(state),
      publish: canPublishMinutes(actor, scope) && state === "APPROVED",
      manage: canManage(actor, scope),
      request: canRequestDeliverables(actor, scope.programmeId),
      judge:
        minutes !== null &&
        canJudgeMinutes(actor, scope) &&
        acceptsVerdicts(minutes, actor.at) &&
        !said.has(actor.personId ?? ""),
    },
    completable: (minutes?.points ?? [])
      .flatMap((point) => point.tasks)
      .filter((task) => canCompleteTask(actor, { ...scope, ownerId: task.ownerId }))
      .map((task) => task.id),
  };
}

export type PointForm = {
  session: SessionRow;
  /** somebody may have proposed the minutes since the form was opened: what was typed is kept all the same */
  state: MinutesState;
  point: MinutesPart & { version: number; isBeside: boolean };
  people: { id: string; name: string }[];
};

/** One part of the minutes as its form shows it, with the people who may take on a task. */
export async function getPointForm(
  actor: Actor,
  slug: string,
  id: string,
  point: string,
): Promise<PointForm> {
  const row = found(
    await db.minutesPoint.findFirst({
      where: {
        id: asUuid(point),
        sessionId: asUuid(id),
        minutes: { session: { AND: [{ programme: { slug } }, visibleTo(actor)] } },
      },
      select: {
        ...minutesSelect.points.select,
        version: true,
        minutes: { select: { state: true, session: { select: { ...rowSelect, deputyId: true } } } },
      },
    }),
    "minutesPoint",
  );
  const { version, minutes, ...written } = row;
  const { deputyId, ...session } = minutes.session;
  const programmeId = session.programme.id;
  authorise(canWriteMinutes(actor, { programmeId, deputyId }));
  const [part] = partsOf([written], { withPeople: true });
  return {
    session,
    state: minutes.state,
    point: { ...found(part, "minutesPoint"), version, isBeside: row.agendaItemId === null },
    people: await listTaskOwners(actor, programmeId),
  };
}

/** Who may take on a task: everybody with a role in the programme now. The caller has seen that the actor may know. */
export async function listTaskOwners(actor: Actor, programmeId: string): Promise<PointForm["people"]> {
  const people = await db.person.findMany({
    where: {
      disabledAt: null,
      roles: {
        some: { programmeId, fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
      },
    },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: 2000,
    select: { id: true, givenName: true, familyName: true },
  });
  return people.map((one) => ({ id: one.id, name: nameOf(one) }));
}

const person = { select: { givenName: true, familyName: true } } as const;

const roundSelect = {
  number: true,
  text: true,
  proposedAt: true,
  termEndsAt: true,
  endedAs: true,
  endedAt: true,
  pdfSha256: true,
  proposedBy: person,
  verdicts: {
    orderBy: { givenAt: "asc" },
    select: { personId: true, verdict: true, text: true, givenAt: true, person },
  },
} as const;

const viewSelect = {
  ...rowSelect,
  deputyId: true,
  agenda: { select: { id: true } },
  runs: { select: { id: true }, take: 1 },
  attendance: {
    where: { present: true },
    orderBy: { person: { familyName: "asc" } },
    select: { personId: true, person },
  },
  minutes: {
    select: { ...minutesSelect, rounds: { orderBy: { number: "desc" }, select: roundSelect } },
  },
} as const;

type Name = { givenName: string; familyName: string };
type RoundRow = Omit<RoundView, "proposedBy" | "verdicts"> & {
  proposedBy: Name | null;
  verdicts: (Omit<RoundView["verdicts"][number], "name"> & { person: Name })[];
};

function roundOf({ proposedBy, verdicts, ...round }: RoundRow): RoundView {
  return {
    ...round,
    proposedBy: proposedBy && nameOf(proposedBy),
    verdicts: verdicts.map(({ person: one, ...verdict }) => ({ ...verdict, name: nameOf(one) })),
  };
}
