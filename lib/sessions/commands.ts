import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { canCopyInto, visibleTo } from "@/lib/sessions/policy";
import { buildVevent } from "@/lib/sessions/vevent";

export type CopySessions = {
  fromProgrammeId: string;
  toProgrammeId: string;
  /** when each session of the old programme takes place in the new one; those without an entry are left out */
  times: ReadonlyMap<string, { startsAt: Date; endsAt: Date }>;
  /** new phase by old phase */
  phases?: ReadonlyMap<string, string>;
};

/**
 * Copies sessions into a new edition as drafts: kind, title, description, announced duration, agenda and by what the
 * webconference is held. Never the room or its link, the host, the people of the agenda, invitations, attendance or minutes: they belong to the old edition.
 * @returns the new session by the old one
 */
export async function copySessions(tx: Tx, actor: Actor, input: CopySessions): Promise<Map<string, string>> {
  const target = found(
    await tx.programme.findFirst({
      where: { AND: [{ id: input.toProgrammeId }, programmeVisibleTo(actor)] },
      select: { id: true, promoterId: true },
    }),
    "programme",
  );
  authorise(canCopyInto(actor, target));
  const sources = await tx.session.findMany({
    where: {
      AND: [{ id: { in: [...input.times.keys()] }, programmeId: input.fromProgrammeId }, visibleTo(actor)],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      ordinal: true,
      title: true,
      description: true,
      announcedMinutes: true,
      announcedNote: true,
      mode: true,
      provider: true,
      doorsMinutes: true,
      isRecorded: true,
      place: true,
      isFree: true,
      capacity: true,
      audience: true,
      phaseId: true,
      agenda: { orderBy: { position: "asc" }, select: { position: true, title: true, minutes: true } },
    },
  });
  const copies = sources.map(({ id: oldId, agenda, phaseId, ...facts }) => {
    const times = input.times.get(oldId) as { startsAt: Date; endsAt: Date };
    const session = {
      ...facts,
      ...times,
      id: freshIdentifier(actor.at),
      state: "DRAFT" as const,
      sequence: 0,
    };
    const points = agenda.map((point) => ({ ...point, owner: null }));
    const row = {
      ...session,
      programmeId: target.id,
      phaseId: phaseId ? (input.phases?.get(phaseId) ?? null) : null,
      vevent: buildVevent({ ...session, agenda: points }, actor.at),
      createdAt: actor.at,
      updatedAt: actor.at,
    };
    return { oldId, row, points: points.map((point) => ({ ...point, sessionId: session.id })) };
  });
  await tx.session.createMany({ data: copies.map((one) => one.row) });
  await tx.agendaItem.createMany({ data: copies.flatMap((one) => one.points) });
  await recordEvent(tx, actor, {
    kind: "sessions.copied",
    subject: { kind: "programme", id: target.id },
    programmeId: target.id,
    data: { from: input.fromProgrammeId, count: copies.length },
  });
  return new Map(copies.map(({ oldId, row }) => [oldId, row.id]));
}
