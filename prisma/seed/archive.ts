import { renderMarkdown } from "@/lib/platform/markdown";
import { romeInstant } from "@/lib/platform/rome-time";
import { insertSessions } from "./session-rows";
import type { SourceProgramme } from "./source-programme";
import { identifier, jsonDate, must, type Seeding } from "./store";

/** Writes the programmes of the sources with all that their texts say. */
export async function seedArchive(seeding: Seeding, programmes: readonly SourceProgramme[]): Promise<void> {
  const organisations = await seedOrganisations(seeding, programmes);
  for (const programme of programmes) await seedProgramme(seeding, programme, organisations);
}

async function seedOrganisations(
  { tx, now }: Seeding,
  programmes: readonly SourceProgramme[],
): Promise<ReadonlyMap<string, string>> {
  const named = programmes.flatMap(({ organisations }) => organisations);
  const ids = new Map(named.map(({ slug }) => [slug, identifier(now)]));
  await tx.organisation.createMany({
    data: named.map(({ source: _source, rows: _rows, ...organisation }) => ({
      ...organisation,
      id: must(ids, organisation.slug),
      createdAt: now,
    })),
  });
  return ids;
}

async function seedProgramme(
  seeding: Seeding,
  source: SourceProgramme,
  organisations: ReadonlyMap<string, string>,
): Promise<void> {
  const { tx, now } = seeding;
  const programmeId = identifier(now);
  await tx.programme.create({
    data: {
      id: programmeId,
      slug: source.slug,
      title: source.title,
      shortTitle: source.shortTitle,
      summary: source.summary,
      description: source.description,
      descriptionHtml: renderMarkdown(source.description).html,
      audience: source.audience ?? null,
      commitment: source.commitment ?? null,
      costNote: source.costNote ?? null,
      slogan: source.slogan ?? null,
      state: source.state,
      stateSince: jsonDate(source.stateSince),
      stateOrigin: source.stateOrigin,
      stateReason: source.stateReason,
      begin: jsonDate(source.begin),
      end: jsonDate(source.end),
      promoterId: must(organisations, source.promoter),
      sourceTitle: source.sourceTitle,
      isArchiveOfSource: true,
      createdAt: now,
    },
    select: { id: true },
  });
  const phases = await seedStructure(seeding, programmeId, source);
  await seedStatements(seeding, programmeId, source, organisations);
  await insertSessions(
    seeding,
    source.sessions.map(({ day, begins, ends, phase, source: _source, rows: _rows, ...session }) => ({
      ...session,
      programmeId,
      phaseId: must(phases, phase),
      startsAt: romeInstant(day, begins),
      endsAt: romeInstant(day, ends),
      audience: "PUBLIC" as const,
      allBodies: false,
      state: "CLOSED" as const,
      // Recorded, not held on the portal: nobody was convened, and who came is not known.
      convenedAt: null,
      closedAt: now,
      createdAt: now,
      agenda: [],
    })),
  );
}

/** @returns identifiers of the phases by position, from 1 */
async function seedStructure(
  { tx, now }: Seeding,
  programmeId: string,
  source: SourceProgramme,
): Promise<ReadonlyMap<number, string>> {
  const lines = new Map(source.lines.map((_, index) => [index + 1, identifier(now)]));
  const phases = new Map(source.phases.map((_, index) => [index + 1, identifier(now)]));
  await tx.actionLine.createMany({
    data: source.lines.map(({ title, aim, method }, index) => ({
      id: must(lines, index + 1),
      programmeId,
      position: index + 1,
      title,
      aim,
      method,
    })),
  });
  await tx.phase.createMany({
    data: source.phases.map(({ line, gate, begin, end, source: _source, rows: _rows, ...phase }, index) => ({
      ...phase,
      id: must(phases, index + 1),
      programmeId,
      actionLineId: line ? must(lines, line) : null,
      position: index + 1,
      begin: jsonDate(begin),
      end: jsonDate(end),
      gatePhaseId: gate ? must(phases, gate.phase) : null,
      gateNote: gate?.note ?? null,
    })),
  });
  return phases;
}

async function seedStatements(
  { tx, now }: Seeding,
  programmeId: string,
  source: SourceProgramme,
  organisations: ReadonlyMap<string, string>,
): Promise<void> {
  const counts = new Map<string, number>();
  await tx.programmeFact.createMany({
    data: source.facts.map(({ kind, title, text, value, date, source: place, rows }) => {
      const position = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, position);
      return {
        programmeId,
        kind,
        position,
        title,
        text: text ?? "",
        value: value ?? null,
        date: jsonDate(date),
        source: place,
        rows: [...rows],
      };
    }),
  });
  await tx.programmeRole.createMany({
    data: source.roles.map(({ title, description, organisation, holder }, index) => ({
      programmeId,
      position: index + 1,
      title,
      description,
      organisationId: organisation ? must(organisations, organisation) : null,
      holder: holder ?? null,
    })),
  });
  await tx.programmeContact.createMany({
    data: source.contacts.map(({ source: _source, rows: _rows, ...contact }, index) => ({
      programmeId,
      position: index + 1,
      ...contact,
    })),
  });
  await tx.joiningStep.createMany({
    data: source.joiningSteps.map(({ title, description }, index) => ({
      programmeId,
      position: index + 1,
      title,
      description,
    })),
  });
  await tx.outcome.createMany({
    data: source.quotations.map(({ title, text, date, source: place }) => ({
      programmeId,
      title,
      text,
      textHtml: renderMarkdown(text).html,
      publishedAt: now,
      quoteSource: `${source.sourceTitle}, sezione «${place}»`,
      quoteDate: jsonDate(date),
      createdAt: now,
    })),
  });
}
