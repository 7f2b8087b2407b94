import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { jsonDate } from "@/lib/platform/json-date";
import { renderMarkdown } from "@/lib/platform/markdown";
import { transition } from "@/lib/platform/moves";
import { romeDay } from "@/lib/platform/rome-time";
import { exactDay } from "@/lib/platform/source-date";
import { assertUnchanged } from "@/lib/platform/stale";
import { takeForEdit } from "@/lib/programmes/commands";
import { type ProgrammeMove, programmeTransitions } from "@/lib/programmes/lifecycle";
import { canMove, visibleTo } from "@/lib/programmes/policy";
import type { EditProgramme, MoveProgramme } from "@/lib/programmes/schema";

/** Changes the text of a programme: title, summary, description, for whom, commitment, costs, begin and end. */
export async function editProgramme(actor: Actor, input: EditProgramme): Promise<{ slug: string }> {
  const { programmeId: _id, version: _version, begin, end, ...texts } = input;
  const { html } = renderMarkdown(texts.description);
  return inTransaction(async (tx) => {
    const { id, slug } = await takeForEdit(tx, actor, input);
    await tx.programme.update({
      where: { id },
      data: {
        ...texts,
        descriptionHtml: html,
        begin: jsonDate(begin),
        end: jsonDate(end),
      },
    });
    await recordEvent(tx, actor, {
      kind: "programmes.edited",
      subject: { kind: "programme", id },
      programmeId: id,
    });
    return { slug };
  });
}

const recorded: Record<ProgrammeMove, NewEvent["kind"]> = {
  openCall: "programmes.callOpened",
  start: "programmes.started",
  close: "programmes.closed",
  archive: "programmes.archived",
  reopen: "programmes.reopened",
};

/** Moves a programme from state to state; from then on it is the portal, not a source, that says so. */
export async function moveProgramme(actor: Actor, input: MoveProgramme): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: input.programmeId }, visibleTo(actor)] },
        select: { id: true, slug: true, state: true },
      }),
      "programme",
    );
    authorise(canMove(actor, programme));
    const state = transition("programmes", programmeTransitions, programme.state, input.move);
    const { count } = await tx.programme.updateMany({
      where: { id: programme.id, state: programme.state, version: input.version },
      data: {
        state,
        stateSince: exactDay(romeDay(actor.at)),
        stateOrigin: "PORTAL",
        stateReason: input.reason,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "programme", id: programme.id });
    await recordEvent(tx, actor, {
      kind: recorded[input.move],
      subject: { kind: "programme", id: programme.id },
      programmeId: programme.id,
      data: { from: programme.state, to: state },
    });
    return { slug: programme.slug };
  });
}
