import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type {
  Audience,
  ConferenceProvider,
  SessionMode,
  SessionState,
} from "@/lib/platform/db/generated/enums";
import { freshIdentifier } from "@/lib/sessions/identifier";
import type { ChangeSession, ScheduleSession } from "@/lib/sessions/schema";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";

/** A session, a draft for 31 March 2026, 10:30-12:30, unless said. */
export async function aSession(
  programmeId: string,
  facts: {
    title?: string;
    state?: SessionState;
    audience?: Audience;
    mode?: SessionMode;
    startsAt?: Date;
    endsAt?: Date;
    url?: string | null;
    provider?: ConferenceProvider;
    isRecorded?: boolean;
    fallbackUrl?: string;
    fallbackPhone?: string;
    place?: string | null;
    deputyId?: string | null;
    convenedAt?: Date | null;
    vevent?: string | null;
    invitedIds?: string[];
  } = {},
): Promise<{ id: string; version: number; startsAt: Date; endsAt: Date }> {
  const { invitedIds = [], ...columns } = facts;
  const startsAt = facts.startsAt ?? new Date("2026-03-31T08:30:00Z");
  return db.session.create({
    data: {
      id: freshIdentifier(moment),
      programmeId,
      kind: "ASSISTANCE",
      title: "Sessione di prova",
      mode: "WEBCONFERENCE",
      url: "https://stanza.test/prova",
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      convenedAt: facts.state === "CONVENED" || facts.state === "CLOSED" ? moment : null,
      createdAt: moment,
      ...columns,
      startsAt,
      invitees: { create: invitedIds.map((personId) => ({ personId })) },
    },
    select: { id: true, version: true, startsAt: true, endsAt: true },
  });
}

/** A session as it stands, with its agenda, bodies and invitations. */
export function storedSession(id: string) {
  return db.session.findUniqueOrThrow({
    where: { id },
    include: { agenda: { orderBy: { position: "asc" } }, bodies: true, invitees: true },
  });
}

/** A running programme with one active body and one person for each role. */
export async function aPilot() {
  const programme = await aProgramme();
  const body = await anOrganisation();
  await anEnrolment(programme.id, body.id, "ACTIVE");
  const inProgramme = { programmeId: programme.id };
  const inBody = { programmeId: programme.id, organisationId: body.id };
  return {
    programme,
    body,
    coordinator: await actorAs("COORDINATOR", inProgramme),
    expert: await actorAs("EXPERT", inProgramme),
    observer: await actorAs("OBSERVER", inProgramme),
    referent: await actorAs("REFERENT", inBody),
    staff: await actorAs("STAFF", inBody),
    manager: await actorAs("PROGRAMME_MANAGER", { organisationId: programme.promoterId }),
  };
}

/** One actor of each kind, for the complete permitted set of an act in a pilot. */
export async function actorsAround(
  pilot: Awaited<ReturnType<typeof aPilot>>,
): Promise<Record<string, Actor>> {
  const { coordinator, expert, observer, referent, staff, manager } = pilot;
  return {
    administrator: await actorAs("ADMINISTRATOR"),
    coordinator,
    elsewhere: await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id }),
    expert,
    manager,
    nobody: await actorWithoutRole(),
    observer,
    referent,
    staff,
    system: systemActor("notify", moment),
    visitor: visitorActor(moment),
  };
}

type Fields = Exclude<ScheduleSession, { intent: "addPoint" }>;

/** What the form of a new session sends, read. */
export function aSchedule(programme: { slug: string }, fields: Partial<Fields> = {}): Fields {
  return {
    intent: "draft",
    id: freshIdentifier(moment),
    programme: programme.slug,
    kind: "ASSISTANCE",
    ordinal: 2,
    title: "2ª sessione di assistenza tecnica",
    description: "",
    date: "2026-03-31",
    start: "10:30",
    end: "12:30",
    anyway: false,
    // The people of a pilot have many sessions in tests; that they are told apart is tested where it is meant.
    busyAnyway: true,
    mode: "WEBCONFERENCE",
    url: "https://stanza.test/seconda",
    provider: "LINK",
    doorsMinutes: 15,
    isRecorded: false,
    isFree: true,
    audience: "PROGRAMME",
    convened: "all",
    bodies: [],
    agenda: [{ title: "Criticità emerse", owner: "Faculty", minutes: 35 }],
    ...fields,
  };
}

/** What the form of a change sends, read. */
export function aChange(
  session: { id: string; version: number },
  fields: Partial<Fields> = {},
): Exclude<ChangeSession, { intent: "addPoint" }> {
  const { programme: _programme, ...schedule } = aSchedule({ slug: "" }, fields);
  return { ...schedule, id: session.id, version: session.version };
}
