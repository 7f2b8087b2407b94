import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { people } from "./cast";
import type { Edition } from "./programme";
import type { SessionKey } from "./session-keys";

/** Who was in the room of the first assistance session, from when to when, in minutes from its start; null: not known. */
const stays: [account: string, joined: number, left: number | null][] = [
  ["coordinatore", -12, 122],
  ["esperto", -6, 121],
  ["referente.a", -3, 120],
  ["staff.a", 2, 120],
  ["referente.b", -8, 64],
  ["referente.b", 71, 120],
  ["staff.b", 0, null],
];

/** One that only the coordinator sees yet, one that the programme may open, and one that was of no use to anybody. */
const recordings = [
  { of: "kickOff", title: "Incontro di avvio, seconda parte", minutes: 74, state: "UNPUBLISHED" },
  { of: "first", title: "1ª sessione di assistenza tecnica", minutes: 118, state: "PUBLISHED" },
  { of: "first", title: "Prova dei microfoni", minutes: 4, state: "REMOVED" },
] as const;

const archive = "https://webconference.istituto.example/registrazioni";
const after = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

function bodyOf(cast: Cast, account: string): string | null {
  const body = people.find((one) => one.account === account)?.body;
  return body ? must(cast.bodies, body) : null;
}

/** Writes the join log of the first assistance session and the recordings of both past ones. @returns their history */
export async function seedConference(
  { tx }: Seeding,
  { days }: Edition,
  { cast, sessions }: { cast: Cast; sessions: ReadonlyMap<SessionKey, string> },
): Promise<HistoryEntry[]> {
  const first = await timesOf(must(sessions, "first"));
  await tx.sessionJoin.createMany({
    data: stays.map(([account, joined, left]) => ({
      id: identifier(after(first.startsAt, joined)),
      sessionId: first.id,
      personId: must(cast.people, account),
      organisationId: bodyOf(cast, account),
      role: account === "coordinatore" ? "MODERATOR" : "ATTENDEE",
      source: "AREA",
      joinedAt: after(first.startsAt, joined),
      leftAt: left === null ? null : after(first.startsAt, left),
    })),
  });
  const history: HistoryEntry[] = [];
  for (const [index, { of, ...facts }] of recordings.entries()) {
    const { id, startsAt, endsAt } = await timesOf(must(sessions, of));
    const addedAt = after(endsAt, 24 * 60);
    const movedAt = after(addedAt, 5);
    const { state } = facts;
    await tx.sessionRecording.create({
      data: {
        ...facts,
        id: identifier(addedAt),
        sessionId: id,
        url: `${archive}/${index + 1}`,
        recordedAt: startsAt,
        publishedAt: state === "PUBLISHED" ? movedAt : null,
        removedAt: state === "REMOVED" ? movedAt : null,
        removalReason: state === "REMOVED" ? "BY_HAND" : null,
        retainUntil: new Date(`${days.fromKickOff(365)}T00:00:00Z`),
        createdAt: addedAt,
        updatedAt: state === "UNPUBLISHED" ? addedAt : movedAt,
      },
    });
    const about = { by: must(cast.people, "coordinatore"), subject: { kind: "session", id } };
    history.push({ kind: "sessions.recordingAdded", at: addedAt, ...about });
    if (state === "PUBLISHED") history.push({ kind: "sessions.recordingPublished", at: movedAt, ...about });
    if (state === "REMOVED") history.push({ kind: "sessions.recordingRemoved", at: movedAt, ...about });
  }
  return history;

  function timesOf(id: string) {
    return tx.session.findUniqueOrThrow({
      where: { id },
      select: { id: true, startsAt: true, endsAt: true },
    });
  }
}
