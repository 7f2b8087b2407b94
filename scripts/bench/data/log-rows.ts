import type { Load, Value } from "@/scripts/bench/data/copy";
import type { Forum, Thread } from "@/scripts/bench/data/forum-rows";
import { identifier } from "@/scripts/bench/data/random";
import { begin, day, someAuthor, someProgramme, type World } from "@/scripts/bench/data/world";

const templates = ["sessions.convened", "sessions.moved", "documents.requested", "forum.posted"];
const pastStates = [...Array<string>(499).fill("SENT"), "DEAD"];
const presentStates = ["SENT", "QUEUED", "FAILED"];
const rare = ["programmes.created", "people.roleGranted", "documents.extended", "sessions.cancelled"];

/** The log of changes (one fact a post, and rarer ones between them) and the outbox. */
export function logLoads(world: World, forum: Forum): Load[] {
  return [
    {
      table: "event",
      columns: [
        ...["id", "kind", "actor_id", "actor_kind", "subject_kind", "subject_id", "programme_id", "data"],
        "occurred_at",
      ],
      rows: eventRows(world, forum),
    },
    {
      table: "mail",
      columns: [
        ...["id", "dedupe_key", "template", "locale", "to_address", "to_person_id", "params", "state"],
        ...["attempts", "created_at", "sent_at"],
      ],
      rows: mailRows(world),
    },
  ];
}

function* eventRows(
  { chance, programmes }: World,
  { threads, threadOfPost, timeOf }: Forum,
): Generator<Value[]> {
  for (let post = 0; post < threadOfPost.length; post += 1) {
    const { id, programme: index } = threads[threadOfPost[post] as number] as Thread;
    const programme = programmes[index] as World["programmes"][number];
    const at = timeOf(post);
    const actor = someAuthor(chance, programme).person.id;
    const isRare = chance.happens(0.05);
    const kind = isRare ? chance.pick(rare) : "forum.posted";
    const subject = isRare ? "programme" : "thread";
    const subjectId = isRare ? programme.id : id;
    yield [
      ...[identifier(chance, at), kind, actor, "person", subject, subjectId, programme.id],
      ...[isRare ? {} : { number: 1 }, new Date(at)],
    ];
  }
}

function* mailRows(world: World): Generator<Value[]> {
  const { shape, chance, programmes, now } = world;
  const step = (now - begin(now)) / shape.mails;
  for (let mail = 0; mail < shape.mails; mail += 1) {
    const at = Math.floor(begin(now) + mail * step);
    const { person } = someAuthor(chance, programmes[someProgramme(world)] as World["programmes"][number]);
    const state = at < now - day ? chance.pick(pastStates) : chance.pick(presentStates);
    yield [
      ...[identifier(chance, at), `bench:${mail}`, chance.pick(templates), "it", person.email, person.id],
      ...[{ title: "Incontro" }, state, 1, new Date(at), state === "SENT" ? new Date(at + 1_000) : null],
    ];
  }
}
