import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found, NotFoundError } from "@/lib/platform/errors";
import { dateOnly } from "@/lib/platform/rome-time";
import { compareBodies } from "@/lib/sessions/attendance/by-body";
import { canReadLetter, canSetProtocol } from "@/lib/sessions/attendance/policy";
import { asUuid } from "@/lib/sessions/identifier";
import { visibleTo } from "@/lib/sessions/policy";

/** The convening letter of a session, to one body or (null) to experts and coordinators. */
export type Letter = {
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  mode: "WEBCONFERENCE" | "IN_PERSON" | "HYBRID";
  place: string | null;
  convenedAt: Date;
  /** "YYYY-MM-DD" */
  protocol: { number: string; date: string | null } | null;
  programme: { title: string; promoter: string };
  body: string | null;
  people: string[];
  agenda: { title: string; minutes: number | null; owner: string | null }[];
};

/** The letter to a body, for who manages the session and for those of the body who were convened. */
export async function getLetter(
  actor: Actor,
  { id, organisationId }: { id: string; organisationId: string | null },
): Promise<Letter> {
  const row = found(
    await db.session.findFirst({
      where: {
        AND: [{ id, state: { in: ["CONVENED", "CLOSED"] }, convenedAt: { not: null } }, visibleTo(actor)],
      },
      select: {
        programmeId: true,
        deputyId: true,
        title: true,
        description: true,
        startsAt: true,
        endsAt: true,
        mode: true,
        place: true,
        convenedAt: true,
        protocolNumber: true,
        protocolDate: true,
        programme: { select: { title: true, promoter: { select: { name: true } } } },
        agenda: { orderBy: { position: "asc" }, select: { title: true, minutes: true, owner: true } },
        invitees: {
          select: {
            personId: true,
            organisationId: true,
            person: { select: { givenName: true, familyName: true } },
            organisation: { select: { name: true } },
          },
        },
      },
    }),
    "session",
  );
  const { invitees, programmeId, deputyId, protocolNumber, protocolDate, convenedAt, programme, ...session } =
    row;
  authorise(canReadLetter(actor, { programmeId, deputyId, organisationId, convened: invitees }));
  const addressed = invitees.filter((one) => one.organisationId === organisationId);
  if (addressed.length === 0) throw new NotFoundError("letter");
  return {
    ...session,
    convenedAt: convenedAt as Date,
    protocol: protocolNumber
      ? { number: protocolNumber, date: protocolDate ? dateOnly(protocolDate) : null }
      : null,
    programme: { title: programme.title, promoter: programme.promoter.name },
    body: addressed[0]?.organisation?.name ?? null,
    people: addressed.map(({ person }) => `${person.givenName} ${person.familyName}`).toSorted(compareBodies),
  };
}

export type ProtocolForm = {
  session: { id: string; version: number; title: string; startsAt: Date };
  number: string;
  /** "YYYY-MM-DD", or nothing */
  date: string;
};

/** Number and date of the letter as their form shows them. */
export async function getProtocolForm(actor: Actor, slug: string, id: string): Promise<ProtocolForm> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
      select: {
        id: true,
        version: true,
        title: true,
        startsAt: true,
        programmeId: true,
        deputyId: true,
        protocolNumber: true,
        protocolDate: true,
      },
    }),
    "session",
  );
  const { programmeId, deputyId, protocolNumber, protocolDate, ...session } = row;
  authorise(canSetProtocol(actor, { programmeId, deputyId }));
  return { session, number: protocolNumber ?? "", date: protocolDate ? dateOnly(protocolDate) : "" };
}
