import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found, NotFoundError } from "@/lib/platform/errors";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { asUuid } from "@/lib/sessions/identifier";
import { canSchedule, visibleTo } from "@/lib/sessions/policy";
import type { ProgrammeHead } from "@/lib/sessions/queries";
import { findSeriesRows, findTemplateRows, type PlannedRow } from "@/lib/sessions/series/commands";
import { pilotTemplate, type SeriesFields, type TemplateStart } from "@/lib/sessions/series/schema";

export type SeriesPlan = {
  session: { id: string; title: string; version: number; startsAt: Date };
  rows: PlannedRow[];
};

/** What a series from a draft would be: its first session is the draft itself. Without fields only the draft. */
export async function getSeriesPlan(
  actor: Actor,
  slug: string,
  id: string,
  fields: SeriesFields | null,
): Promise<SeriesPlan> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
      select: {
        id: true,
        title: true,
        version: true,
        state: true,
        kind: true,
        ordinal: true,
        startsAt: true,
        endsAt: true,
        seriesId: true,
        programmeId: true,
        allBodies: true,
        bodies: { select: { organisationId: true } },
      },
    }),
    "session",
  );
  authorise(canSchedule(actor, row));
  // A session that was convened, or is of a series already, begins none.
  if (row.state !== "DRAFT" || row.seriesId) throw new NotFoundError("draft");
  const { title, version, startsAt } = row;
  return {
    session: { id: row.id, title, version, startsAt },
    rows: fields ? await findSeriesRows(db, actor, row, fields) : [],
  };
}

export type TemplatePlan = {
  programme: ProgrammeHead;
  /** the rule that says what a pilot has */
  rule: { version: number; validFrom: string; source: string };
  rows: PlannedRow[];
};

/** The sessions of a pilot from a start, by the template in force. Without a start only which template that is. */
export async function getTemplatePlan(
  actor: Actor,
  slug: string,
  start: TemplateStart | null,
): Promise<TemplatePlan> {
  const { lang, ...programme } = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true, title: true, shortTitle: true, lang: true },
    }),
    "programme",
  );
  authorise(canSchedule(actor, { programmeId: programme.id }));
  const { content: template, ...rule } = found(
    await findRuleSet(pilotTemplate, portalScope, actor.at),
    "template",
  );
  const rows = start
    ? await findTemplateRows(db, actor, { id: programme.id, lang }, { ...start, template })
    : [];
  return { programme, rule, rows };
}
