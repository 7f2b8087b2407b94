import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { AbsenceKind } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { romeTime } from "@/lib/platform/rome-time";
import { type PresenceSeen, presenceSeen } from "@/lib/sessions/conference/stay";
import { findConvened } from "@/lib/sessions/convocation";
import { asUuid } from "@/lib/sessions/identifier";
import { canManage, visibleTo } from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

export type RecordForm = {
  session: SessionRow & { version: number };
  people: {
    personId: string;
    name: string;
    body: string | null;
    presence: "present" | "absent" | null;
    kind: AbsenceKind | null;
    reason: string;
    /** what the join log says, from which presence is proposed */
    seen: PresenceSeen | null;
    /** false for who came without an invitation and was added by hand */
    isInvited: boolean;
  }[];
  /** when it really began and ended, "HH:mm" in Rome, or nothing */
  actual: { start: string; end: string };
  agenda: { id: string; title: string; notDealtWith: boolean }[];
};

/** Attendance as the pages that record it and that close show it, for who manages the session. */
export async function getAttendanceForm(actor: Actor, slug: string, id: string): Promise<RecordForm> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
      select: {
        ...rowSelect,
        version: true,
        deputyId: true,
        allBodies: true,
        bodies: { select: { organisationId: true } },
        invitees: { select: { personId: true, organisationId: true } },
        attendance: {
          select: {
            personId: true,
            organisationId: true,
            present: true,
            absenceKind: true,
            absenceReason: true,
          },
        },
        actualStartsAt: true,
        actualEndsAt: true,
        joins: {
          where: { personId: { not: null } },
          select: { personId: true, joinedAt: true, leftAt: true },
        },
        agenda: { orderBy: { position: "asc" }, select: { id: true, title: true, notDealtWith: true } },
      },
    }),
    "session",
  );
  const {
    allBodies,
    bodies,
    invitees,
    attendance,
    joins,
    agenda,
    deputyId,
    actualStartsAt,
    actualEndsAt,
    ...session
  } = row;
  const scope = { programmeId: row.programme.id, deputyId };
  authorise(canManage(actor, scope));
  const circle = { ...scope, allBodies, bodyIds: bodies.map((one) => one.organisationId) };
  const convened = invitees.length > 0 ? invitees : await findConvened(db, circle, actor.at);
  const invited = new Set(convened.map((one) => one.personId));
  const expected = [...convened, ...attendance.filter((one) => !invited.has(one.personId))];
  const [people, organisations] = await Promise.all([
    db.person.findMany({
      where: { id: { in: expected.map((one) => one.personId) } },
      select: { id: true, givenName: true, familyName: true },
    }),
    db.organisation.findMany({
      where: { id: { in: expected.flatMap((one) => one.organisationId ?? []) } },
      select: { id: true, shortName: true },
    }),
  ]);
  const names = new Map(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  const bodyNames = new Map(organisations.map((one) => [one.id, one.shortName]));
  const known = new Map(attendance.map((one) => [one.personId, one]));
  const staysOf = (personId: string) => joins.filter((one) => one.personId === personId);
  // Ticks say of single people that they are here; whoever said of somebody else that they are not, said it in the form.
  const isFirst =
    attendance.length === 0 ||
    (attendance.every((one) => one.present) && !(await wasRecorded(actor, session.id)));
  return {
    session,
    actual: {
      start: actualStartsAt ? romeTime(actualStartsAt) : "",
      end: actualEndsAt ? romeTime(actualEndsAt) : "",
    },
    agenda,
    people: expected
      .map(({ personId, organisationId }) => {
        const seen = presenceSeen(staysOf(personId), row);
        return {
          personId,
          name: names.get(personId) ?? "",
          body: organisationId ? (bodyNames.get(organisationId) ?? null) : null,
          // Whoever went in is proposed until the coordinator has once said who was there.
          presence: presenceOf(known.get(personId)?.present ?? (isFirst && seen ? true : undefined)),
          kind: known.get(personId)?.absenceKind ?? null,
          reason: known.get(personId)?.absenceReason ?? "",
          isInvited: invited.has(personId),
          seen,
        };
      })
      .toSorted(
        (a, b) => (a.body ?? "").localeCompare(b.body ?? "", "it") || a.name.localeCompare(b.name, "it"),
      ),
  };
}

/** Whether somebody has said of all who was there. */
async function wasRecorded(_actor: Actor, sessionId: string): Promise<boolean> {
  const kinds = ["sessions.attendanceRecorded", "sessions.closed", "sessions.pastRecorded"];
  const told = await db.event.count({
    where: { subjectKind: "session", subjectId: sessionId, kind: { in: kinds } },
  });
  return told > 0;
}

function presenceOf(present: boolean | undefined): "present" | "absent" | null {
  if (present === undefined) return null;
  return present ? "present" : "absent";
}
