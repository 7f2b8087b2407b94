import { renderMarkdown } from "@/lib/platform/markdown";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { exactDay, readSourceDate, shiftSourceDate } from "@/lib/platform/source-date";
import { type ClonePlan, planClone } from "@/lib/programmes/clone";
import { identifier, jsonDate, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { type Days, daysAround, kickOffAsked } from "./calendar";
import { pilotChambers, promoter } from "./cast";
import { contacts, description, facts, joiningSteps, roles } from "./programme-texts";

export const editionSlug = "camere-nuova-edizione";
export const originSlug = "camere-profili-professionali";

export type Edition = {
  id: string;
  /** identifier of the programme that it was cloned from */
  originId: string;
  days: Days;
  plan: ClonePlan;
  /** identifiers of the new phases by position */
  phases: ReadonlyMap<number, string>;
};

/** Clones the chambers' programme of 2012: its lines and phases, its sessions as planned, none of its people. */
export async function seedEdition(seeding: Seeding, cast: Cast): Promise<Edition> {
  const { tx, now } = seeding;
  const origin = await tx.programme.findUniqueOrThrow({
    where: { slug: originSlug },
    select: {
      id: true,
      begin: true,
      end: true,
      costNote: true,
      audience: true,
    },
  });
  const lines = await tx.actionLine.findMany({
    where: { programmeId: origin.id },
    orderBy: { position: "asc" },
  });
  const originPhases = await tx.phase.findMany({
    where: { programmeId: origin.id },
    orderBy: { position: "asc" },
  });
  const sessions = await tx.session.findMany({
    where: { programmeId: origin.id },
    orderBy: { startsAt: "asc" },
    select: { id: true, title: true, startsAt: true, endsAt: true },
  });
  const plan = planClone(
    {
      phases: originPhases.map(({ id, title, begin, end }) => ({
        id,
        title,
        begin: readSourceDate(begin),
        end: readSourceDate(end),
      })),
      sessions,
      requests: [],
    },
    kickOffAsked(now),
  );
  const days = daysAround(now, plan.start.day);
  const shifted = (value: unknown) => {
    const date = readSourceDate(value);
    return jsonDate(date && shiftSourceDate(date, plan.shift));
  };
  const programmeId = identifier(now);
  await tx.programme.create({
    data: {
      id: programmeId,
      slug: editionSlug,
      title: "Le Camere di commercio provano il nuovo sistema dei profili professionali",
      shortTitle: `Profili professionali, edizione ${days.kickOff.slice(0, 4)}`,
      summary:
        "Sei Camere pilota applicano il nuovo modello di gestione dei profili professionali, con l’assistenza della consulenza e della Faculty.",
      description,
      descriptionHtml: renderMarkdown(description).html,
      audience: "Camere di commercio con un referente del personale",
      commitment: "Cinque incontri di due ore, otto consegne",
      costNote: origin.costNote,
      state: "RUNNING",
      stateSince: jsonDate(exactDay(days.kickOff)),
      stateOrigin: "PORTAL",
      begin: shifted(origin.begin),
      end: shifted(origin.end),
      promoterId: must(cast.bodies, promoter),
      isDemo: true,
      clonedFromId: origin.id,
      createdAt: fromDateOnly(days.fromKickOff(-60)),
    },
    select: { id: true },
  });
  const lineIds = new Map(lines.map(({ id }) => [id, identifier(now)]));
  await tx.actionLine.createMany({
    data: lines.map(({ id, ...line }) => ({ ...line, id: must(lineIds, id), programmeId })),
  });
  const phases = new Map(originPhases.map(({ id }) => [id, identifier(now)]));
  await tx.phase.createMany({
    data: originPhases.map((phase) => {
      const dates = plan.phases.find(({ id }) => id === phase.id);
      const selection = phase.position === 2;
      return {
        id: must(phases, phase.id),
        programmeId,
        actionLineId: phase.actionLineId ? must(lineIds, phase.actionLineId) : null,
        position: phase.position,
        title: phase.title,
        description: phase.description,
        begin: jsonDate(dates?.begin?.moved),
        // The source gives no day to the selection: this edition has one of its own.
        end: jsonDate(selection ? exactDay(days.fromKickOff(-3)) : dates?.end?.moved),
        gatePhaseId: phase.gatePhaseId ? must(phases, phase.gatePhaseId) : null,
        gateNote: phase.gateNote,
        place: phase.position === 1 ? "Camere di Commercio ospitanti" : phase.place,
        costNote: phase.costNote,
      };
    }),
  });
  await seedTexts(seeding, programmeId, cast, days);
  await seedEnrolments(seeding, programmeId, cast, days);
  const byPosition = new Map(originPhases.map(({ id, position }) => [position, must(phases, id)]));
  return { id: programmeId, originId: origin.id, days, plan, phases: byPosition };
}

async function seedTexts({ tx }: Seeding, programmeId: string, cast: Cast, days: Days): Promise<void> {
  await tx.programmeRole.createMany({
    data: roles.map(({ body, ...role }, index) => ({
      ...role,
      programmeId,
      position: index + 1,
      organisationId: body ? must(cast.bodies, body) : null,
    })),
  });
  await tx.programmeFact.createMany({
    data: facts.map((fact) => ({ ...fact, programmeId, source: "dal programma del 2012" })),
  });
  await tx.programmeContact.createMany({
    data: contacts.map((contact, index) => ({ ...contact, programmeId, position: index + 1 })),
  });
  await tx.joiningStep.createMany({
    data: joiningSteps(days).map((step, index) => ({ ...step, programmeId, position: index + 1 })),
  });
}

/** Nine applications: six chambers at work, two waiting, one refused. */
async function seedEnrolments(
  { tx, now }: Seeding,
  programmeId: string,
  cast: Cast,
  days: Days,
): Promise<void> {
  const selectedOn = fromDateOnly(days.fromKickOff(-3));
  const others = [
    { slug: "monteselva", state: "WAITING", note: "In lista d’attesa per la prossima edizione." },
    { slug: "lagochiaro", state: "WAITING", note: "In lista d’attesa per la prossima edizione." },
    {
      slug: "torrealta",
      state: "REFUSED",
      note: "La domanda è arrivata senza la firma del legale rappresentante.",
    },
  ] as const;
  const chambers = pilotChambers.map((slug, index) => ({
    id: identifier(now),
    organisationId: must(cast.bodies, slug),
    appliedOn: fromDateOnly(days.fromKickOff(-45 + index)),
    selectedOn,
    state: "ACTIVE" as const,
  }));
  await tx.enrolment.createMany({
    data: [
      ...chambers.map((chamber) => ({ ...chamber, programmeId })),
      ...others.map(({ slug, state, note }, index) => ({
        programmeId,
        organisationId: must(cast.bodies, slug),
        appliedOn: fromDateOnly(days.fromKickOff(-41 + index)),
        state,
        note,
      })),
    ],
  });
  await tx.selectionConsent.createMany({
    data: chambers.flatMap(({ id }) => [
      {
        enrolmentId: id,
        onBehalfOf: "Committenza",
        personId: must(cast.people, "osservatore"),
        agreedOn: fromDateOnly(days.fromKickOff(-4)),
      },
      {
        enrolmentId: id,
        onBehalfOf: "Faculty",
        personId: must(cast.people, "esperto"),
        agreedOn: selectedOn,
      },
    ]),
  });
}
