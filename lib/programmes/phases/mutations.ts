import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { jsonDate } from "@/lib/platform/json-date";
import { takeForEdit } from "@/lib/programmes/commands";
import { closesCircle } from "@/lib/programmes/phases/gates";
import type { SavePhase } from "@/lib/programmes/phases/schema";

/** Adds a phase after the others, or changes one. Either date may be missing or known only in part. */
export async function savePhase(actor: Actor, input: SavePhase): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const programme = await takeForEdit(tx, actor, input);
    const phases = await tx.phase.findMany({
      where: { programmeId: programme.id },
      select: { id: true, gatePhaseId: true, position: true },
    });
    const old = input.id
      ? found(
          phases.find(({ id }) => id === input.id),
          "phase",
        )
      : null;
    await assertReferences(tx, programme.id, input, phases);
    const data = {
      code: input.code,
      title: input.title,
      description: input.description,
      actionLineId: input.actionLineId,
      begin: jsonDate(input.begin),
      end: jsonDate(input.end),
      gatePhaseId: input.gatePhaseId,
      gateNote: input.gateNote,
      place: input.place,
      costNote: input.costNote,
      hostNote: input.hostNote,
      note: input.note,
    };
    const position = Math.max(0, ...phases.map((one) => one.position)) + 1;
    if (old) await tx.phase.update({ where: { id: old.id }, data });
    else await tx.phase.create({ data: { ...data, programmeId: programme.id, position } });
    await recordEvent(tx, actor, {
      kind: old ? "programmes.phaseChanged" : "programmes.phaseAdded",
      subject: { kind: "programme", id: programme.id },
      programmeId: programme.id,
    });
    return { slug: programme.slug };
  });
}

type Known = { id: string; gatePhaseId: string | null };

async function assertReferences(
  tx: Tx,
  programmeId: string,
  input: SavePhase,
  phases: readonly Known[],
): Promise<void> {
  const { begin, end, gatePhaseId, actionLineId } = input;
  if (begin?.from && end?.to && begin.from > end.to) throw new DomainError("endBeforeStart", {}, "end.on");
  if (actionLineId) {
    const line = await tx.actionLine.findFirst({
      where: { id: actionLineId, programmeId },
      select: { id: true },
    });
    if (!line) throw new DomainError("chooseOne", {}, "actionLineId");
  }
  if (!gatePhaseId) return;
  if (!phases.some(({ id }) => id === gatePhaseId)) throw new DomainError("chooseOne", {}, "gatePhaseId");
  if (input.id && closesCircle(phases, input.id, gatePhaseId)) {
    throw new DomainError("programmes.gateCircle", {}, "gatePhaseId");
  }
}
