import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { canSchedule, visibleTo } from "@/lib/sessions/policy";
import {
  assertRoom,
  findSeriesRows,
  findTemplateRows,
  takeTurn,
  writeDrafts,
} from "@/lib/sessions/series/commands";
import { type ApplyTemplate, type MakeSeries, pilotTemplate, stepDaysOf } from "@/lib/sessions/series/schema";

/**
 * Makes a series of a draft: the draft becomes its first session, the others are drafts like it, with their numbers. The
 * plan is made again here, as the preview showed it.
 * @throws DomainError "planning.overlapsItself", "planning.overlapsOwn"; "planning.seriesBusy" until it is to be so
 */
export async function makeSeries(actor: Actor, input: MakeSeries): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const draft = found(
      await tx.session.findFirst({
        where: { AND: [{ id: input.id }, visibleTo(actor)] },
        include: {
          programme: { select: { slug: true } },
          bodies: { select: { organisationId: true } },
          agenda: { orderBy: { position: "asc" }, select: { title: true, owner: true, minutes: true } },
        },
      }),
      "session",
    );
    authorise(canSchedule(actor, draft));
    if (draft.state !== "DRAFT") throw new DomainError("planning.onlyDrafts");
    if (draft.seriesId) throw new DomainError("planning.alreadySeries");
    await takeTurn(tx, actor, draft.programmeId);
    const rows = await findSeriesRows(tx, actor, draft, input);
    await assertRoom(tx, actor, { programmeId: draft.programmeId, times: rows, except: draft.id });
    const taken = rows.find((one) => one.busy > 0);
    if (taken && !input.busyAnyway) {
      throw new DomainError("planning.seriesBusy", { at: taken.startsAt, count: taken.busy }, "busyAnyway");
    }
    const series = await tx.sessionSeries.create({
      data: { stepDays: stepDaysOf(input), createdAt: actor.at },
      select: { id: true },
    });
    const [first, ...others] = rows;
    const { count } = await tx.session.updateMany({
      where: { id: draft.id, version: input.version, state: "DRAFT" },
      data: {
        startsAt: first?.startsAt,
        endsAt: first?.endsAt,
        seriesId: series.id,
        version: { increment: 1 },
        updatedAt: actor.at,
      },
    });
    await assertUnchanged(tx, count, { kind: "session", id: draft.id });
    await writeCalendarEntry(tx, draft.id, actor.at);
    await writeDrafts(
      tx,
      actor,
      draft.programmeId,
      others.map(({ startsAt, endsAt, title, ordinal }) => ({
        startsAt,
        endsAt,
        title,
        ordinal,
        kind: draft.kind,
        description: draft.description,
        mode: draft.mode,
        url: draft.url,
        place: draft.place,
        hostId: draft.hostId,
        phaseId: draft.phaseId,
        isFree: draft.isFree,
        audience: draft.audience,
        allBodies: draft.allBodies,
        announcedMinutes: draft.announcedMinutes,
        announcedNote: draft.announcedNote,
        seriesId: series.id,
        agenda: draft.agenda,
        bodyIds: draft.bodies.map((one) => one.organisationId),
      })),
    );
    await recordEvent(tx, actor, {
      kind: "sessions.seriesMade",
      subject: { kind: "session", id: draft.id },
      programmeId: draft.programmeId,
      data: { series: series.id, count: rows.length },
    });
    return { slug: draft.programme.slug };
  });
}

/** Puts the sessions of a pilot into the schedule as drafts, from a start, with the points that such sessions have. */
export async function applyTemplate(actor: Actor, input: ApplyTemplate): Promise<{ slug: string }> {
  const { content: template, version } = found(
    await findRuleSet(pilotTemplate, portalScope, actor.at),
    "template",
  );
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ slug: input.programme }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true, lang: true },
      }),
      "programme",
    );
    authorise(canSchedule(actor, { programmeId: programme.id }));
    await takeTurn(tx, actor, programme.id);
    const rows = await findTemplateRows(tx, actor, programme, { ...input, template });
    await assertRoom(tx, actor, { programmeId: programme.id, times: rows });
    const ids = await writeDrafts(
      tx,
      actor,
      programme.id,
      rows.map(({ note: _note, overlaps: _overlaps, busy: _busy, ...row }) => ({
        ...row,
        mode: "WEBCONFERENCE",
        audience: "ANNOUNCED",
        bodyIds: [],
      })),
    );
    await recordEvent(tx, actor, {
      kind: "sessions.templateApplied",
      subject: { kind: "programme", id: programme.id },
      programmeId: programme.id,
      data: { rule: version, count: ids.length },
    });
    return { slug: programme.slug };
  });
}
