import { romeInstant } from "@/lib/platform/rome-time";
import { nextWorkingDay } from "@/lib/platform/working-days";
import type { HistoryEntry } from "../history";
import { insertSessions, type SessionRow } from "../session-rows";
import { must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { minutesAgo, past, plus } from "./calendar";
import { people } from "./cast";
import type { Edition } from "./programme";
import { seedSubstitutes } from "./replies";
import type { SessionKey } from "./session-keys";
import { agendas } from "./session-texts";

const keys = ["kickOff", "first", "second", "third", "final"] as const;
const kinds = ["KICK_OFF", "ASSISTANCE", "ASSISTANCE", "ASSISTANCE", "CLOSING"] as const;
/** Days after the kick-off at which a session was convened and people answered. */
const rhythm: Partial<Record<SessionKey, { convened: number; replied: number }>> = {
  kickOff: { convened: -10, replied: -6 },
  first: { convened: 41, replied: 46 },
};
const rhythmOf = (key: SessionKey | undefined) => (key && rhythm[key]) ?? { convened: 62, replied: 64 };

const room = "https://webconference.istituto.example/profili";

/** Writes the five sessions of the clone and one open meeting. @returns their identifiers and history */
export async function seedSessions(
  seeding: Seeding,
  edition: Edition,
  cast: Cast,
): Promise<{ ids: ReadonlyMap<SessionKey, string>; history: HistoryEntry[] }> {
  const { days, plan } = edition;
  const cloned = plan.sessions.map(({ title, starts, endsAt }, index): SessionRow => {
    const held = endsAt < days.now;
    const convenedAt = past(days, plus(days.kickOff, rhythmOf(keys[index]).convened), "11:20");
    return {
      programmeId: edition.id,
      phaseId: must(edition.phases, 3),
      kind: kinds[index] ?? "ASSISTANCE",
      ordinal: kinds[index] === "ASSISTANCE" ? index : null,
      title,
      description: descriptions[index] ?? "",
      startsAt: starts.moved,
      endsAt,
      mode: "WEBCONFERENCE",
      url: `${room}/${index + 1}`,
      audience: "ANNOUNCED",
      state: held ? "CLOSED" : "CONVENED",
      convenedAt,
      closedAt: held ? new Date(endsAt.getTime() + 3 * 3_600_000) : null,
      createdAt: new Date(convenedAt.getTime() - 3_600_000),
      agenda: agendas[keys[index] ?? "first"],
    };
  });
  const openDay = nextWorkingDay(days.fromKickOff(86));
  const open: SessionRow = {
    programmeId: edition.id,
    phaseId: must(edition.phases, 1),
    kind: "DISSEMINATION",
    title: "Il Manuale dei nuovi profili: incontro aperto",
    description:
      "Incontro gratuito, aperto a tutte le Camere e a chi vi lavora: i principi della revisione, il Manuale, i passaggi per applicare il sistema.",
    startsAt: romeInstant(openDay, "10:00"),
    endsAt: romeInstant(openDay, "13:00"),
    mode: "IN_PERSON",
    place: "Camera di Commercio di Pontelungo, sala delle Adunanze, Piazza del Mercato 3, Pontelungo",
    hostId: must(cast.bodies, "pontelungo"),
    audience: "PUBLIC",
    state: "CONVENED",
    convenedAt: minutesAgo(days, 8 * 1440),
    createdAt: minutesAgo(days, 8 * 1440 + 60),
    agenda: agendas.open,
  };
  const rows = [...cloned, open];
  const ids = await insertSessions(seeding, rows);
  const sessions = new Map<SessionKey, string>(
    [...keys, "open" as const].map((key, index) => [key, ids[index] ?? ""]),
  );
  await seedReplies(seeding, edition, cast, sessions);
  await seedSubstitutes(seeding, edition, cast, sessions);
  const history = rows.flatMap((row, index) =>
    historyOf(row, keys[index] ?? "open", { id: ids[index] ?? "", by: must(cast.people, "coordinatore") }),
  );
  return { ids: sessions, history };
}

function historyOf(row: SessionRow, key: SessionKey, { id, by }: { id: string; by: string }): HistoryEntry[] {
  const about = { by, subject: { kind: "session", id } };
  const absent = Object.keys(absences[key] ?? {}).length;
  const closed = { present: invited.length - absent, absent };
  return [
    { kind: "sessions.scheduled", at: row.createdAt, ...about },
    ...(row.convenedAt
      ? [
          {
            kind: "sessions.convened" as const,
            at: row.convenedAt,
            ...about,
            data: { people: invited.length },
          },
        ]
      : []),
    ...(row.closedAt instanceof Date
      ? [{ kind: "sessions.closed" as const, at: row.closedAt, ...about, data: closed }]
      : []),
  ];
}

const descriptions = [
  "Avvio della sperimentazione: il calendario, lo spazio riservato, le prime consegne.",
  "Criticità del censimento e della comunicazione interna, verifica della tempistica.",
  "Criticità emerse nel raccordo dei profili, prima stesura delle schede, verifica della tempistica.",
  "Schede dei nuovi profili, revisioni, preparazione della relazione finale.",
  "Le sei Camere presentano i risultati della sperimentazione.",
];

const invited = people.filter(({ role }) => ["COORDINATOR", "EXPERT", "REFERENT", "STAFF"].includes(role));

/** Who was away from which session, and why. */
const absences: Partial<Record<SessionKey, Record<string, string>>> = {
  kickOff: { "staff.b": "Congedo ordinario" },
  first: { "irma.falaschi": "Indisposizione comunicata in mattinata" },
};

/** Replies to the sessions to come, for those who gave one. */
const replies: Partial<Record<SessionKey, Record<string, "YES" | "MAYBE" | "NO">>> = {
  second: {
    coordinatore: "YES",
    esperto: "YES",
    "referente.a": "YES",
    "referente.b": "YES",
    "staff.b": "MAYBE",
    "livio.tamerice": "YES",
    "bruno.asfodelo": "NO",
    "orsola.brezzi": "YES",
  },
  third: { coordinatore: "YES", "referente.b": "YES", "staff.a": "MAYBE", "orsola.brezzi": "YES" },
  final: { coordinatore: "YES", "referente.a": "MAYBE" },
  open: { coordinatore: "YES", "livio.tamerice": "YES" },
};

async function seedReplies(
  { tx }: Seeding,
  { days }: Edition,
  cast: Cast,
  sessions: ReadonlyMap<SessionKey, string>,
): Promise<void> {
  const rows = [...sessions].flatMap(([key, sessionId]) =>
    invited.map((person, index) => {
      const away = absences[key]?.[person.account];
      const held = key === "kickOff" || key === "first";
      const heldReply = away ? "NO" : "YES";
      const reply = held ? heldReply : (replies[key]?.[person.account] ?? null);
      const day = rhythmOf(key).replied;
      return {
        key,
        away,
        held,
        invitee: {
          sessionId,
          personId: must(cast.people, person.account),
          organisationId: person.body ? must(cast.bodies, person.body) : null,
          reply,
          repliedAt: reply ? past(days, plus(days.kickOff, day), `1${index % 8}:25`) : null,
        },
      };
    }),
  );
  await tx.sessionInvitee.createMany({ data: rows.map(({ invitee }) => invitee) });
  await tx.attendance.createMany({
    data: rows
      .filter(({ held }) => held)
      .map(({ away, invitee }) => ({
        sessionId: invitee.sessionId,
        personId: invitee.personId,
        present: !away,
        absenceReason: away ?? null,
      })),
  });
}
