import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma, Tx } from "@/lib/platform/db";
import type { SessionState } from "@/lib/platform/db/generated/enums";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { romeInstant } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";
import { writeAgenda } from "@/lib/sessions/agenda/commands";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { bodyIds } from "@/lib/sessions/changes";
import { conferenceColumns } from "@/lib/sessions/conference/room";
import { presentStates } from "@/lib/sessions/convocation";
import { canManage, visibleTo } from "@/lib/sessions/policy";
import type { SessionFields } from "@/lib/sessions/schema";

/** A session with all that a change compares, for who manages it. */
export async function findManaged(tx: Tx, actor: Actor, id: string) {
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      include: {
        programme: { select: { slug: true } },
        agenda: { orderBy: { position: "asc" }, select: { title: true, owner: true, minutes: true } },
        bodies: { select: { organisationId: true } },
      },
    }),
    "session",
  );
  authorise(canManage(actor, session));
  return session;
}

type Step = { version: number; data: Prisma.SessionUncheckedUpdateManyInput };

/** Changes a session where it is as it was shown, and its calendar entry with it; whoever comes second is told. */
export async function updateSession(
  tx: Tx,
  actor: Actor,
  session: { id: string; state: SessionState },
  { version, data }: Step,
): Promise<void> {
  const { count } = await tx.session.updateMany({
    where: { id: session.id, version, state: session.state },
    data: { ...data, version: { increment: 1 }, updatedAt: actor.at },
  });
  await assertUnchanged(tx, count, { kind: "session", id: session.id });
  await writeCalendarEntry(tx, session.id, actor.at);
}

/** The columns of a session that a form fills, with what it names looked up in its programme. */
export async function sessionColumns(tx: Tx, _actor: Actor, programmeId: string, input: SessionFields) {
  if (input.phase && !(await tx.phase.count({ where: { id: input.phase, programmeId } }))) {
    throw new DomainError("chooseOne", {}, "phase");
  }
  const hosts = {
    OR: [{ enrolments: { some: { programmeId } } }, { promoted: { some: { id: programmeId } } }],
  };
  if (input.host && !(await tx.organisation.count({ where: { id: input.host, ...hosts } }))) {
    throw new DomainError("chooseOne", {}, "host");
  }
  const bodies = bodyIds(input);
  const known = await tx.enrolment.count({
    where: { programmeId, organisationId: { in: bodies }, state: { in: [...presentStates] } },
  });
  if (known < bodies.length) throw new DomainError("sessions.unknownBody", {}, "bodies");
  return {
    kind: input.kind,
    ordinal: input.ordinal ?? null,
    title: input.title,
    description: input.description,
    startsAt: romeInstant(input.date, input.start),
    endsAt: romeInstant(input.date, input.end),
    announcedMinutes: input.announcedMinutes ?? null,
    announcedNote: input.announcedNote ?? null,
    mode: input.mode,
    ...conferenceColumns(input),
    place: input.place ?? null,
    hostId: input.host ?? null,
    phaseId: input.phase ?? null,
    isFree: input.isFree,
    audience: input.audience,
    allBodies: input.convened === "all",
    capacity: input.capacity ?? null,
  };
}

/** The agenda of a session and the bodies that it convenes, as a form names them. */
export async function writeParts(
  tx: Tx,
  actor: Actor,
  sessionId: string,
  input: SessionFields,
): Promise<void> {
  await writeAgenda(tx, actor, sessionId, input.agenda);
  await tx.sessionBody.deleteMany({ where: { sessionId } });
  await tx.sessionBody.createMany({
    data: bodyIds(input).map((organisationId) => ({ sessionId, organisationId })),
  });
}
