import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type ClientRequest, get, type IncomingMessage } from "node:http";
import { encodeSignIn } from "@/lib/platform/sign-in-token";
import type { PortalData } from "./portal";

/** An event as a browser hears it. */
export type Heard = { name: string; id: number | null; data: Record<string, unknown> };

/** Somebody who follows, on a connection of their own. */
export type LiveReader = {
  status: number;
  headers: IncomingMessage["headers"];
  /** what was heard so far */
  heard: Heard[];
  /** numbers of the posts that were heard of, in their order */
  posts(): number[];
  /** the latest of the events with this name */
  last(name: string): Record<string, unknown> | undefined;
  hasEnded(): boolean;
  leave(): void;
};

/** Opens a stream as the browser of a page does. */
export async function followLive(
  url: string,
  { cookie, path, lastEventId }: { cookie?: string; path: string; lastEventId?: number },
): Promise<LiveReader> {
  const outgoing = get(url + path, {
    agent: false,
    headers: {
      accept: "text/event-stream",
      ...(cookie ? { cookie } : {}),
      ...(lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) }),
    },
  });
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  return readerOf(outgoing, incoming);
}

/** Reads a stream that has begun. */
export function readerOf(outgoing: ClientRequest, incoming: IncomingMessage): LiveReader {
  const heard: Heard[] = [];
  let rest = "";
  let isOver = false;
  incoming.setEncoding("utf8").on("data", (text: string) => {
    const blocks = (rest + text).split("\n\n");
    rest = blocks.pop() ?? "";
    heard.push(...blocks.flatMap(eventIn));
  });
  incoming.once("close", () => {
    isOver = true;
  });
  incoming.on("error", () => undefined);
  outgoing.on("error", () => undefined);
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    heard,
    posts: () => heard.filter(({ name }) => name === "post").map(({ data }) => Number(data.number)),
    last: (name) => heard.findLast((one) => one.name === name)?.data,
    hasEnded: () => isOver,
    leave: () => void outgoing.destroy(),
  };
}

function eventIn(block: string): Heard[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const name = field("event");
  const id = field("id");
  return name ? [{ name, id: id ? Number(id) : null, data: JSON.parse(field("data") ?? "null") }] : [];
}

/** People of a body in a programme who have signed in. @returns the Cookie header of each */
export async function manySignedIn(
  data: PortalData,
  count: number,
  { programme, body, at }: { programme: string; body: string; at: string },
): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    signIn: randomUUID(),
    index,
  }));
  await data.rows(
    `with one as (select * from unnest($1::uuid[], $2::uuid[], $3::int[]) as one(person, sign_in, index)),
      made as (
        insert into person (id, email, given_name, family_name, locale)
        select person, 'lettore.' || index || '@ente.test', 'Lettore', 'Numero ' || index, 'it' from one returning id),
      held as (
        insert into role_assignment (id, person_id, role, programme_id, organisation_id, from_at)
        select gen_random_uuid(), made.id, 'STAFF', p.id, o.id, $6::timestamptz - interval '1 day'
        from made, programme p, organisation o where p.slug = $4 and o.slug = $5)
    insert into sign_in (id, person_id, created_at, last_seen_at, expires_at)
    select sign_in, person, $6::timestamptz, $6::timestamptz, $6::timestamptz + interval '10 hours' from one`,
    [
      people.map((one) => one.id),
      people.map((one) => one.signIn),
      people.map((one) => one.index),
      programme,
      body,
      at,
    ],
  );
  return Promise.all(people.map(async ({ signIn }) => `sign-in=${await encodeSignIn(signIn)}`));
}
