import { romeInstant } from "@/lib/platform/rome-time";
import { nextWorkingDay } from "@/lib/platform/working-days";
import { buildVevent } from "@/lib/sessions/vevent";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { type Days, minutesAgo, past } from "./calendar";
import type { Edition } from "./programme";
import type { SessionKey } from "./session-keys";

type Ground = { edition: Edition; cast: Cast; sessions: ReadonlyMap<SessionKey, string> };

/** Writes what is being planned: proposals for the next sessions, a poll about a draft, who would come to the open meeting. */
export async function seedPlanning(seeding: Seeding, ground: Ground): Promise<HistoryEntry[]> {
  const proposals = await seedProposals(seeding, ground);
  const poll = await seedPoll(seeding, ground);
  const interests = await seedInterests(seeding, ground);
  // The last closed session left one point open: the next one is offered it.
  await seeding.tx.agendaItem.updateMany({
    where: { sessionId: must(ground.sessions, "first"), position: 2 },
    data: { notDealtWith: true },
  });
  return [...proposals, ...poll, ...interests];
}

async function seedProposals(
  { tx }: Seeding,
  { edition: { days }, cast, sessions }: Ground,
): Promise<HistoryEntry[]> {
  const sessionId = must(sessions, "third");
  const proposals = [
    {
      account: "staff.a",
      body: "valfiorita",
      title: "Profili che stanno tra due famiglie",
      note: "Tre profili dell’anagrafe si possono leggere in due modi: serve un criterio comune.",
      minutes: 15,
      at: { daysAgo: 3, time: "11:20" },
      state: "PROPOSED" as const,
      reason: null,
    },
    {
      account: "referente.b",
      body: "rocca-serena",
      title: "Rinvio della relazione finale",
      note: "",
      minutes: 10,
      at: { daysAgo: 5, time: "16:05" },
      state: "DECLINED" as const,
      reason: "I termini si possono prorogare ente per ente: chiedetelo dalla pagina della consegna.",
    },
    {
      account: "referente.a",
      body: "valfiorita",
      title: "Come si scrive la relazione finale",
      note: "Un indice comune aiuterebbe a confrontare le relazioni.",
      minutes: 20,
      at: { daysAgo: 6, time: "10:40" },
      state: "TAKEN" as const,
      reason: null,
    },
  ];
  const rows = proposals.map(({ account, body, at, ...facts }) => {
    const createdAt = past(days, days.fromToday(-at.daysAgo), at.time);
    return {
      ...facts,
      id: identifier(createdAt),
      sessionId,
      proposedById: must(cast.people, account),
      organisationId: must(cast.bodies, body),
      createdAt,
      decidedAt: facts.state !== "PROPOSED" ? past(days, days.fromToday(1 - at.daysAgo), "09:10") : null,
    };
  });
  await tx.agendaProposal.createMany({ data: rows });
  const taken = rows.find(({ state }) => state === "TAKEN");
  if (!taken) throw new Error("The demonstration has no proposal that was taken");
  await tx.agendaItem.updateMany({
    where: { sessionId, title: taken.title },
    data: { sourceKind: "PROPOSAL", sourceId: taken.id },
  });
  const subject = { kind: "session", id: sessionId };
  return rows.flatMap(({ id, state, proposedById, organisationId, createdAt, decidedAt }) => [
    {
      kind: "sessions.pointProposed" as const,
      at: createdAt,
      by: proposedById,
      subject,
      organisationId,
      data: { proposalId: id },
    },
    ...(decidedAt
      ? [
          {
            kind:
              state === "TAKEN"
                ? ("sessions.proposalTaken" as const)
                : ("sessions.proposalDeclined" as const),
            at: decidedAt,
            by: must(cast.people, "coordinatore"),
            subject,
            data: { proposalId: id },
          },
        ]
      : []),
  ]);
}

const answers: Record<string, readonly ("YES" | "IF_NEEDED" | "NO")[]> = {
  coordinatore: ["YES", "YES", "YES"],
  esperto: ["IF_NEEDED", "YES", "NO"],
  "referente.a": ["NO", "YES", "YES"],
  "livio.tamerice": ["YES", "YES", "IF_NEEDED"],
  "orsola.brezzi": ["YES", "IF_NEEDED", "NO"],
};

async function seedPoll({ tx }: Seeding, { edition, cast }: Ground): Promise<HistoryEntry[]> {
  const { days } = edition;
  const openedAt = past(days, days.fromToday(-3), "12:15");
  const dates = optionDays(days).map((day) => ({
    startsAt: romeInstant(day, "10:30"),
    endsAt: romeInstant(day, "12:30"),
  }));
  const [first] = dates;
  if (!first) throw new Error("The demonstration's poll has no dates");
  const session = {
    ...first,
    id: identifier(openedAt),
    title: "Tavolo sulle competenze trasversali",
    description: "Quali competenze valgono per tutti i profili e come si descrivono.",
    mode: "WEBCONFERENCE" as const,
    place: null,
    state: "DRAFT" as const,
    sequence: 0,
  };
  await tx.session.create({
    data: {
      ...session,
      programmeId: edition.id,
      kind: "TABLE",
      audience: "PROGRAMME",
      vevent: buildVevent({ ...session, agenda: [] }, openedAt),
      createdAt: openedAt,
      updatedAt: openedAt,
    },
    select: { id: true },
  });
  const poll = { id: identifier(openedAt), sessionId: session.id };
  await tx.datePoll.create({
    data: {
      ...poll,
      note: "Basta una risposta per ente; chi segue le schede dei profili è il più adatto.",
      closesAt: romeInstant(days.fromToday(6), "18:00"),
      createdAt: openedAt,
    },
    select: { id: true },
  });
  const options = dates.map((date) => ({ ...date, id: identifier(openedAt), pollId: poll.id }));
  await tx.pollOption.createMany({ data: options });
  const answeredAt = past(days, days.fromToday(-2), "10:40");
  await tx.pollAnswer.createMany({
    data: Object.entries(answers).flatMap(([account, replies]) =>
      replies.flatMap((reply, index) => {
        const option = options[index];
        return option
          ? [{ optionId: option.id, personId: must(cast.people, account), reply, answeredAt }]
          : [];
      }),
    ),
  });
  const coordinator = must(cast.people, "coordinatore");
  const subject = { kind: "poll", id: poll.id };
  return [
    {
      kind: "sessions.scheduled",
      at: openedAt,
      by: coordinator,
      subject: { kind: "session", id: session.id },
    },
    {
      kind: "sessions.pollOpened",
      at: openedAt,
      by: coordinator,
      subject,
      data: { sessionId: session.id, options: options.length },
    },
    ...Object.entries(answers).map(([account, replies]) => ({
      kind: "sessions.pollAnswered" as const,
      at: answeredAt,
      by: must(cast.people, account),
      subject,
      data: { answers: replies.length },
    })),
  ];
}

/** Three working days from a fortnight on, each later than the one before. */
function optionDays(days: Days): string[] {
  return [16, 20, 24].map((ahead) => nextWorkingDay(days.fromToday(ahead)));
}

async function seedInterests(
  { tx }: Seeding,
  { edition: { days }, cast, sessions }: Ground,
): Promise<HistoryEntry[]> {
  const sessionId = must(sessions, "open");
  const ofPortal = [
    { account: "livio.tamerice", body: "pontelungo", people: 6, daysAgo: 6 },
    { account: "referente.b", body: "rocca-serena", people: 2, daysAgo: 4 },
  ].map(({ account, body, people, daysAgo }) => ({
    people,
    personId: must(cast.people, account),
    organisationId: must(cast.bodies, body),
    createdAt: minutesAgo(days, daysAgo * 1440),
  }));
  const outside = {
    id: identifier(minutesAgo(days, 3 * 1440)),
    bodyName: "Unione regionale delle professioni di Altopiano",
    contactName: "Celeste Ginepri",
    email: "segreteria@professioni-altopiano.example",
    people: 3,
    createdAt: minutesAgo(days, 3 * 1440),
  };
  const rows = ofPortal.map((row) => ({ ...row, id: identifier(row.createdAt) }));
  const said = (createdAt: Date) => ({
    sessionId,
    state: "CONFIRMED" as const,
    confirmedAt: createdAt,
  });
  await tx.sessionInterest.createMany({
    data: [...rows, outside].map((row) => ({ ...row, ...said(row.createdAt) })),
  });
  const subject = { kind: "session", id: sessionId };
  return [
    ...rows.map(({ personId, organisationId, people, createdAt }) => ({
      kind: "sessions.interestConfirmed" as const,
      at: createdAt,
      by: personId,
      subject,
      organisationId,
      data: { people },
    })),
    {
      kind: "sessions.interestConfirmed",
      at: outside.createdAt,
      by: null,
      subject,
      data: { interestId: outside.id },
    },
  ];
}
