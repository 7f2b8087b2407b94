import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { addableWhere } from "@/lib/sessions/attendance/addable";
import {
  type Attendee,
  attendanceByBody,
  type BodyAttendance,
  compareBodies,
} from "@/lib/sessions/attendance/by-body";
import {
  canClaimCertificate,
  canIssueCertificates,
  canReadLetter,
  canReadRegister,
} from "@/lib/sessions/attendance/policy";
import { asUuid } from "@/lib/sessions/identifier";
import { canManage, canSeePeople, type Run, visibleTo } from "@/lib/sessions/policy";

/** Attendance and documents of a session, as far as the reader is meant to have them. */
export type AttendanceView = {
  /** by body; empty while nothing was recorded, or for who does not see the people */
  bodies: BodyAttendance[];
  /** when it really began and ended */
  actual: { startsAt: Date; endsAt: Date } | null;
  protocol: { number: string; date: Date | null } | null;
  /** the convening letters that the reader may have: null = that of experts and coordinators */
  letters: { organisationId: string | null; body: string | null }[];
  certificates: { id: string; number: number; year: number; name: string; isOwn: boolean }[];
  may: { register: boolean; setProtocol: boolean; issue: boolean; claim: boolean };
};

const personName = { select: { givenName: true, familyName: true } } as const;

/** The register of a session by body, and what of it can be had on paper. */
export async function getAttendanceView(actor: Actor, slug: string, id: string): Promise<AttendanceView> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
      select: {
        ...peopleSelect,
        programmeId: true,
        deputyId: true,
        state: true,
        convenedAt: true,
        protocolNumber: true,
        protocolDate: true,
        actualStartsAt: true,
        actualEndsAt: true,
        certificates: {
          where: { withdrawnAt: null },
          orderBy: [{ year: "asc" }, { number: "asc" }],
          select: { id: true, year: true, number: true, personId: true, person: personName },
        },
      },
    }),
    "session",
  );
  const scope = { programmeId: row.programmeId, deputyId: row.deputyId };
  const manages = canManage(actor, scope);
  const isOwn = (one: { personId: string }) => actor.personId !== null && one.personId === actor.personId;
  const presentIds = row.attendance.flatMap((one) => (one.present ? [one.personId] : []));
  const certificates = row.certificates.filter((one) => manages || isOwn(one));
  const closed = row.state === "CLOSED";
  return {
    bodies: canSeePeople(actor, scope) && row.attendance.length > 0 ? attendanceByBody(attendeesOf(row)) : [],
    actual:
      row.actualStartsAt && row.actualEndsAt
        ? { startsAt: row.actualStartsAt, endsAt: row.actualEndsAt }
        : null,
    protocol: row.protocolNumber ? { number: row.protocolNumber, date: row.protocolDate } : null,
    letters: row.convenedAt && row.state !== "CANCELLED" ? lettersFor(actor, row) : [],
    certificates: certificates.map((one) => ({
      id: one.id,
      number: one.number,
      year: one.year,
      name: `${one.person.givenName} ${one.person.familyName}`,
      isOwn: isOwn(one),
    })),
    may: {
      register: canReadRegister(actor, scope) && row.state !== "CANCELLED",
      setProtocol: manages && row.state !== "CANCELLED",
      issue: closed && canIssueCertificates(actor, scope) && certificates.length < presentIds.length,
      claim: closed && canClaimCertificate(actor, { presentIds }) && !certificates.some(isOwn),
    },
  };
}

/** Members of the programme who were not invited and are not on the list yet, to be added by hand. */
export async function listAddable(
  actor: Actor,
  sessionId: string,
): Promise<{ personId: string; name: string; body: string | null }[]> {
  const session = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(sessionId) }, visibleTo(actor)] },
      select: { id: true, programmeId: true, deputyId: true },
    }),
    "session",
  );
  authorise(canManage(actor, session));
  const rows = await db.roleAssignment.findMany({
    where: {
      AND: [
        addableWhere(session, actor.at),
        { person: { attendances: { none: { sessionId: session.id } } } },
      ],
    },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    take: 500,
    select: { personId: true, person: personName, organisation: { select: { shortName: true } } },
  });
  const people = new Map<string, { personId: string; name: string; body: string | null }>();
  for (const { personId, person, organisation } of rows) {
    const known = people.get(personId);
    const body = organisation?.shortName ?? known?.body ?? null;
    people.set(personId, { personId, name: `${person.givenName} ${person.familyName}`, body });
  }
  return [...people.values()];
}

export type Register = {
  title: string;
  startsAt: Date;
  endsAt: Date;
  announcedMinutes: number | null;
  announcedNote: string | null;
  actual: { startsAt: Date; endsAt: Date } | null;
  mode: "WEBCONFERENCE" | "IN_PERSON" | "HYBRID";
  place: string | null;
  programme: { title: string; promoter: { name: string } };
  /** whether it says who was there; otherwise its lines wait to be signed */
  isRecorded: boolean;
  people: Attendee[];
};

/** The register of a session: to be signed while nothing is recorded, else with who was there. */
export async function getRegister(actor: Actor, id: string): Promise<Register> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id, state: { not: "CANCELLED" } }, visibleTo(actor)] },
      select: {
        ...peopleSelect,
        programmeId: true,
        deputyId: true,
        title: true,
        startsAt: true,
        endsAt: true,
        announcedMinutes: true,
        announcedNote: true,
        actualStartsAt: true,
        actualEndsAt: true,
        mode: true,
        place: true,
        programme: { select: { title: true, promoter: { select: { name: true } } } },
      },
    }),
    "session",
  );
  authorise(canReadRegister(actor, row));
  const {
    invitees,
    attendance,
    actualStartsAt,
    actualEndsAt,
    programmeId: _,
    deputyId: _deputy,
    ...session
  } = row;
  return {
    ...session,
    actual: actualStartsAt && actualEndsAt ? { startsAt: actualStartsAt, endsAt: actualEndsAt } : null,
    isRecorded: attendance.length > 0,
    people: attendeesOf({ invitees, attendance }).toSorted(
      (a, b) => compareBodies(a.body, b.body) || a.name.localeCompare(b.name, "it"),
    ),
  };
}

const peopleSelect = {
  invitees: {
    select: {
      personId: true,
      organisationId: true,
      person: personName,
      organisation: { select: { name: true } },
    },
  },
  attendance: {
    select: {
      personId: true,
      present: true,
      absenceKind: true,
      absenceReason: true,
      person: personName,
      organisation: { select: { name: true } },
    },
  },
} as const;

type People = {
  invitees: Named[];
  attendance: (Named & Pick<Attendee, "absenceKind" | "absenceReason"> & { present: boolean })[];
};
type Named = {
  personId: string;
  person: { givenName: string; familyName: string };
  organisation: { name: string } | null;
};

/** Those invited, and after them those who came without, each as the register knows it. */
function attendeesOf({ invitees, attendance }: People): Attendee[] {
  const said = new Map(attendance.map((one) => [one.personId, one]));
  const invited = new Set(invitees.map((one) => one.personId));
  const attendee = (one: Named, isInvited: boolean): Attendee => ({
    name: `${one.person.givenName} ${one.person.familyName}`,
    body: one.organisation?.name ?? null,
    present: said.get(one.personId)?.present ?? null,
    absenceKind: said.get(one.personId)?.absenceKind ?? null,
    absenceReason: said.get(one.personId)?.absenceReason ?? null,
    isInvited,
  });
  return [
    ...invitees.map((one) => attendee(one, true)),
    ...attendance.filter((one) => !invited.has(one.personId)).map((one) => attendee(one, false)),
  ];
}

type Convened = People["invitees"][number] & { organisationId: string | null };

function lettersFor(actor: Actor, session: Run & { invitees: Convened[] }): AttendanceView["letters"] {
  const bodies = new Map(
    session.invitees.map((one) => [one.organisationId, one.organisation?.name ?? null] as const),
  );
  return [...bodies]
    .filter(([organisationId]) =>
      canReadLetter(actor, {
        programmeId: session.programmeId,
        deputyId: session.deputyId,
        organisationId,
        convened: session.invitees,
      }),
    )
    .map(([organisationId, body]) => ({ organisationId, body }))
    .toSorted((a, b) => compareBodies(a.body, b.body));
}
