import { nextNumbers } from "@/lib/platform/counter";
import type { AbsenceKind } from "@/lib/platform/db/generated/enums";
import { dateOnly, fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { findCertifiable } from "@/lib/sessions/attendance/certificates/certifiable";
import type { HistoryEntry } from "../history";
import { must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past, plus } from "./calendar";
import type { Edition } from "./programme";
import type { SessionKey } from "./session-keys";

type Papers = {
  protocol: string;
  /** minutes after the scheduled start and end */
  began: number;
  ended: number;
  absences: Record<string, AbsenceKind>;
};

/** What the office's register and the record of the two sessions held say. */
const papers: Partial<Record<SessionKey, Papers>> = {
  kickOff: { protocol: "1187", began: 5, ended: 20, absences: { "staff.b": "LEAVE" } },
  first: { protocol: "2043", began: 0, ended: -10, absences: { "irma.falaschi": "PREVENTED" } },
};

/**
 * Writes what the register says of the sessions held: short reasons, real times, who came without an invitation, the
 * protocol of the letters, and the certificates of the kick-off. @returns the history of it
 */
export async function seedAttendance(
  { tx }: Seeding,
  { days }: Edition,
  cast: Cast,
  sessions: ReadonlyMap<SessionKey, string>,
): Promise<HistoryEntry[]> {
  const by = must(cast.people, "coordinatore");
  for (const [key, { protocol, began, ended, absences }] of Object.entries(papers)) {
    const id = must(sessions, key as SessionKey);
    const { startsAt, endsAt, convenedAt } = await tx.session.findUniqueOrThrow({
      where: { id },
      select: { startsAt: true, endsAt: true, convenedAt: true },
    });
    const convened = romeDay(convenedAt ?? startsAt);
    await tx.session.update({
      where: { id },
      data: {
        protocolNumber: `${protocol}/${convened.slice(0, 4)}`,
        protocolDate: fromDateOnly(convened),
        actualStartsAt: new Date(startsAt.getTime() + began * 60_000),
        actualEndsAt: new Date(endsAt.getTime() + ended * 60_000),
      },
      select: { id: true },
    });
    for (const [account, absenceKind] of Object.entries(absences)) {
      await tx.attendance.updateMany({
        where: { sessionId: id, personId: must(cast.people, account) },
        data: { absenceKind },
      });
    }
  }
  await tx.attendance.create({
    data: { sessionId: must(sessions, "first"), personId: must(cast.people, "osservatore"), present: true },
    select: { personId: true },
  });
  return seedCertificates(tx, {
    id: must(sessions, "kickOff"),
    by,
    at: past(days, plus(days.kickOff, 1), "09:10"),
  });
}

async function seedCertificates(
  tx: Seeding["tx"],
  { id, by, at }: { id: string; by: string; at: Date },
): Promise<HistoryEntry[]> {
  const there = await findCertifiable(tx, id);
  const year = Number(dateOnly(at).slice(0, 4));
  const numbers = await nextNumbers(tx, "attendance-certificate", { year, count: there.length });
  await tx.attendanceCertificate.createMany({
    data: there.map((one, index) => ({
      ...one,
      sessionId: id,
      year,
      number: numbers[index] ?? 0,
      issuedAt: at,
      issuedById: by,
    })),
  });
  return [
    {
      kind: "sessions.certificatesIssued",
      at,
      by,
      subject: { kind: "session", id },
      data: { count: there.length, year, first: numbers[0] ?? 0 },
    },
  ];
}
