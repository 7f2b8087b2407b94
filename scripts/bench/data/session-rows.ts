import type { Load, Value } from "@/scripts/bench/data/copy";
import { identifier } from "@/scripts/bench/data/random";
import { sentences, title } from "@/scripts/bench/data/vocabulary";
import { begin, day, someProgramme, type World } from "@/scripts/bench/data/world";

const hour = 3_600_000;
const kinds = ["ASSISTANCE", "TABLE", "TRAINING", "SEMINAR"];

type Meeting = { id: string; programme: World["programmes"][number]; startsAt: number; state: string };

/** To come in the next three months, however many there were: a group does not plan more because it is older. */
const ahead = 30;

/** Sessions of five years and of the next three months, with agenda, invitations, replies, attendance and minutes. */
export function sessionLoads(world: World): Load[] {
  const { chance, shape, programmes, now } = world;
  const start = begin(now);
  const past = Math.max(0, shape.sessions - ahead);
  const meetings: Meeting[] = Array.from({ length: shape.sessions }, (_, index) => {
    const at = Math.floor(
      index < past
        ? start + ((index + 0.5) / past) * (now - start)
        : now + ((index - past + 0.5) / ahead) * 90 * day,
    );
    const startsAt = at - (at % hour);
    const programme = programmes[someProgramme(world)] as Meeting["programme"];
    const planned = startsAt < now ? "CLOSED" : "CONVENED";
    const state = chance.happens(0.05) ? "CANCELLED" : planned;
    return { id: identifier(chance, startsAt - 30 * day), programme, startsAt, state };
  });
  const written: Written[] = [];
  return [
    {
      table: "session",
      columns: [
        ...[
          "id",
          "programme_id",
          "kind",
          "title",
          "description",
          "starts_at",
          "ends_at",
          "mode",
          "url",
          "audience",
        ],
        ...["state", "convened_at", "created_at", "updated_at"],
      ],
      rows: sessionRows(world, meetings),
    },
    {
      table: "agenda_item",
      columns: ["id", "session_id", "position", "title", "minutes"],
      rows: meetings.flatMap(({ id, startsAt }) =>
        Array.from({ length: 4 }, (_, at) => [identifier(chance, startsAt), id, at + 1, title(chance), 30]),
      ),
    },
    {
      table: "session_invitee",
      columns: ["session_id", "person_id", "organisation_id", "reply", "replied_at"],
      rows: inviteeRows(world, meetings),
    },
    {
      table: "attendance",
      columns: ["session_id", "person_id", "present"],
      rows: attendanceRows(world, meetings),
    },
    {
      table: "session_minutes",
      columns: ["session_id", "text", "state", "published_at", "updated_at"],
      rows: minutesRows(world, meetings, written),
    },
    {
      table: "minutes_point",
      columns: ["id", "session_id", "position", "markdown", "html", "written_at"],
      rows: pointRows(world, written),
    },
  ];
}

function* sessionRows({ chance }: World, meetings: Meeting[]): Generator<Value[]> {
  for (const { id, programme, startsAt, state } of meetings) {
    const before = new Date(startsAt - 30 * day);
    yield [
      ...[id, programme.id, chance.pick(kinds), title(chance), sentences(chance, 25)],
      ...[new Date(startsAt), new Date(startsAt + 3 * hour), "WEBCONFERENCE", "https://sala.example.org/1"],
      ...[chance.pick(["PUBLIC", "ANNOUNCED", "PROGRAMME", "PROGRAMME"]), state, before, before, before],
    ];
  }
}

function* inviteeRows({ chance }: World, meetings: Meeting[]): Generator<Value[]> {
  for (const { id, programme, startsAt } of meetings)
    for (const { id: bodyId, people } of programme.bodies) {
      const reply = chance.happens(0.7) ? chance.pick(["YES", "YES", "YES", "MAYBE", "NO"]) : null;
      yield [id, people[0].id, bodyId, reply, reply === null ? null : new Date(startsAt - 10 * day)];
    }
}

function* attendanceRows({ chance }: World, meetings: Meeting[]): Generator<Value[]> {
  for (const { id, programme, state } of meetings)
    if (state === "CLOSED")
      for (const { people } of programme.bodies) yield [id, people[0].id, chance.happens(0.85)];
}

/** Minutes that were one text have one part, of the same words. */
type Written = { id: string; text: string; at: Date };

function* minutesRows({ chance }: World, meetings: Meeting[], written: Written[]): Generator<Value[]> {
  for (const { id, startsAt, state } of meetings) {
    if (state !== "CLOSED" || chance.happens(0.3)) continue;
    const text = sentences(chance, 150);
    const at = new Date(startsAt + 5 * day);
    const isPublished = chance.happens(0.9);
    written.push({ id, text, at });
    yield [id, text, isPublished ? "PUBLISHED" : "DRAFT", isPublished ? at : null, at];
  }
}

function* pointRows({ chance }: World, written: Written[]): Generator<Value[]> {
  for (const { id, text, at } of written)
    yield [identifier(chance, at.getTime()), id, -1, text, `<p>${text}</p>`, at];
}
