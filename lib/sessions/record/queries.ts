import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { findConvened } from "@/lib/sessions/convocation";
import { asUuid } from "@/lib/sessions/identifier";
import { canManage, canWriteMinutes, visibleTo } from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

export type RecordForm = {
  session: SessionRow & { version: number };
  people: {
    personId: string;
    name: string;
    body: string | null;
    presence: "present" | "absent" | null;
    reason: string;
  }[];
  minutes: { markdown: string; version: number };
  agenda: { id: string; title: string; notDealtWith: boolean }[];
  mayManage: boolean;
};

/** Attendance and minutes as their forms show them, for who may write them. */
export async function getRecordForm(actor: Actor, slug: string, id: string): Promise<RecordForm> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
      select: {
        ...rowSelect,
        version: true,
        allBodies: true,
        bodies: { select: { organisationId: true } },
        invitees: { select: { personId: true, organisationId: true } },
        attendance: { select: { personId: true, present: true, absenceReason: true } },
        minutes: { select: { markdown: true, version: true } },
        agenda: { orderBy: { position: "asc" }, select: { id: true, title: true, notDealtWith: true } },
      },
    }),
    "session",
  );
  const { allBodies, bodies, invitees, attendance, minutes, agenda, ...session } = row;
  const scope = { programmeId: row.programme.id };
  authorise(canWriteMinutes(actor, scope));
  const circle = { ...scope, allBodies, bodyIds: bodies.map((one) => one.organisationId) };
  const expected = invitees.length > 0 ? invitees : await findConvened(db, circle, actor.at);
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
  return {
    session,
    mayManage: canManage(actor, scope),
    minutes: minutes ?? { markdown: "", version: 0 },
    agenda,
    people: expected
      .map(({ personId, organisationId }) => ({
        personId,
        name: names.get(personId) ?? "",
        body: organisationId ? (bodyNames.get(organisationId) ?? null) : null,
        presence: presenceOf(known.get(personId)?.present),
        reason: known.get(personId)?.absenceReason ?? "",
      }))
      .toSorted(
        (a, b) => (a.body ?? "").localeCompare(b.body ?? "", "it") || a.name.localeCompare(b.name, "it"),
      ),
  };
}

function presenceOf(present: boolean | undefined): "present" | "absent" | null {
  if (present === undefined) return null;
  return present ? "present" : "absent";
}

/** The same for the pages that record attendance and close, which are the manager's alone. */
export async function getAttendanceForm(actor: Actor, slug: string, id: string): Promise<RecordForm> {
  const form = await getRecordForm(actor, slug, id);
  authorise(form.mayManage);
  return form;
}
