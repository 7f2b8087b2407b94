import type { Actor } from "@/lib/platform/actor";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import {
  type EventStream,
  eventLines,
  heartbeatLine,
  type LiveEvent,
  openEventStream,
  retryLine,
} from "@/lib/platform/live/event-stream";
import { liveFigures } from "@/lib/platform/live/figures";
import type { Listener } from "@/lib/platform/live/listener";
import { createPaces, type Paces } from "@/lib/platform/live/paces";
import { liveChannel, peopleTopic, readTopics, type Topic } from "@/lib/platform/live/topics";
import { log } from "@/lib/platform/log";

/** Something that a reader follows. */
export type LivePart = {
  /** it is read when one of these was announced */
  topics: readonly Topic[];
  /** and no more often than once in so many milliseconds */
  pauseMs: number;
  /** @throws NotFoundError when the reader may follow it no more: the stream ends */
  read(actor: Actor): Promise<LiveEvent[]>;
};

export type LiveReader = {
  streamId: string;
  signInId: string;
  actor: Actor;
  parts: readonly LivePart[];
  /** takes the connection from whoever takes nothing from it */
  cut(): void;
  left(): void;
};

export type LiveSources = {
  listener: Pick<Listener, "listen">;
  /** who is behind the sign-ins that still hold, by them; without counting as their use */
  actorsOf(signInIds: readonly string[], at: Date): Promise<ReadonlyMap<string, Actor>>;
  /** says that the readers of these streams are still here */
  stillHere(streamIds: readonly string[], at: Date): Promise<void>;
  now(): Date;
};

export type LiveLimits = { ofPerson: number; ofProcess: number };

export type LiveHub = {
  /** @returns the stream's body; or whose limit it would exceed */
  open(reader: LiveReader): Promise<ReadableStream<Uint8Array> | "person" | "process">;
  /** ends every stream and takes none any more */
  endAll(): void;
};

/** Proxies give up a connection that says nothing for a minute; a right that ended by the clock alone is noticed by then. */
const heartbeatMs = 20_000;
/** Readers that are read for at a time: pages have the rest of the database's connections. */
const readAtOnce = 4;

type Open = {
  reader: LiveReader;
  rights: string;
  stream: EventStream;
  paces: Paces<LivePart>;
  /** how things stood when the reader was last told, by the event's name */
  told: Map<string, string>;
};

/**
 * The live streams of a process. They share its one connection that hears announcements; what is announced is then read
 * for each reader, by the reader's rights as they are at that moment. An announcement that was missed costs nothing: when
 * the connection is back everything is read again.
 */
export function createLiveHub(sources: LiveSources, limits: LiveLimits): LiveHub {
  const streams = new Map<string, Open>();
  const figures = liveFigures();
  let isEnding = false;
  let isRunning = false;
  let isEveryoneDue = false;
  let timer: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  const heard = (topics: readonly Topic[]) => {
    if (topics.includes(peopleTopic)) isEveryoneDue = true;
    for (const { reader, paces } of streams.values())
      for (const part of reader.parts) if (part.topics.some((one) => topics.includes(one))) paces.mark(part);
    plan();
  };
  sources.listener.listen(liveChannel, {
    heard: (announcement) => heard(readTopics(announcement)),
    connected: () => {
      figures.isHearing = true;
      for (const { reader, paces } of streams.values()) for (const part of reader.parts) paces.mark(part);
      plan();
    },
    lost: () => {
      figures.isHearing = false;
    },
  });

  const plan = () => {
    clearTimeout(timer);
    if (isRunning || streams.size === 0) return;
    const next = Math.min(...[...streams.values()].map(({ paces }) => paces.next()));
    if (isEveryoneDue) void run();
    else if (next < Number.POSITIVE_INFINITY)
      timer = setTimeout(() => void run(), Math.max(0, next - performance.now()));
  };

  const run = async (): Promise<void> => {
    isRunning = true;
    try {
      const due = [...streams.values()].filter(({ paces }) => isEveryoneDue || paces.isDue());
      isEveryoneDue = false;
      const signIns = [...new Set(due.map(({ reader }) => reader.signInId))];
      const at = sources.now();
      const actors = await sources.actorsOf(signIns, at);
      const queue = due.values();
      const lane = async () => {
        for (const open of queue) await readFor(open, actors.get(open.reader.signInId));
      };
      await Promise.all(Array.from({ length: readAtOnce }, lane));
    } catch (error) {
      log.warn({ err: error }, "live readers cannot be served");
      // Whatever was due is read again, and rights are looked at again, once the database answers.
      for (const { reader, paces } of streams.values()) for (const part of reader.parts) paces.putOff(part);
    } finally {
      isRunning = false;
      plan();
    }
  };

  const readFor = async (open: Open, actor: Actor | undefined): Promise<void> => {
    if (!streams.has(open.reader.streamId)) return;
    if (!actor || rightsOf(actor) !== open.rights) return expel(open);
    for (const part of open.paces.take()) {
      try {
        for (const event of await part.read(actor)) tell(open, event);
      } catch (error) {
        if (error instanceof NotFoundError || error instanceof ForbiddenError) return expel(open);
        open.paces.putOff(part);
        log.warn({ err: error }, "a live reader cannot be served");
      }
    }
  };

  const tell = ({ reader, stream, told }: Open, event: LiveEvent) => {
    const lines = eventLines(event);
    if (event.id === undefined) {
      if (told.get(event.name) === lines) return;
      told.set(event.name, lines);
    }
    if (!streams.has(reader.streamId)) return;
    if (stream.send(lines)) figures.delivered += 1;
    else cut(reader, stream);
  };

  const cut = (reader: LiveReader, stream: EventStream) => {
    figures.cut += 1;
    stream.end();
    reader.cut();
  };
  const expel = ({ stream }: Open) => {
    figures.expelled += 1;
    stream.end();
  };

  const beat = async () => {
    for (const { reader, stream } of streams.values()) if (!stream.send(heartbeatLine)) cut(reader, stream);
    isEveryoneDue = true;
    plan();
    await sources
      .stillHere([...streams.keys()], sources.now())
      .catch((error: unknown) => log.warn({ err: error }, "live readers cannot be noted"));
  };

  const left = (reader: LiveReader) => {
    streams.delete(reader.streamId);
    figures.open = streams.size;
    if (streams.size === 0) clearInterval(heartbeat);
    reader.left();
  };

  const refusalOf = ({ personId }: Actor): "person" | "process" | null => {
    if (isEnding || streams.size >= limits.ofProcess) return "process";
    const own = [...streams.values()].filter(({ reader }) => reader.actor.personId === personId);
    return own.length >= limits.ofPerson ? "person" : null;
  };

  return {
    async open(reader) {
      const refused = refusalOf(reader.actor);
      if (refused) {
        figures.refused += 1;
        return refused;
      }
      const stream = openEventStream(() => left(reader));
      const paces = createPaces(reader.parts);
      const open = { reader, rights: rightsOf(reader.actor), stream, paces, told: new Map() };
      // It follows from here on, and then reads how things stand: what comes in between is announced to it.
      if (streams.size === 0) heartbeat = setInterval(() => void beat(), heartbeatMs).unref();
      streams.set(reader.streamId, open);
      figures.open = streams.size;
      try {
        const first = await Promise.all([...paces.take()].map((part) => part.read(reader.actor)));
        stream.send(retryLine(Math.random()));
        for (const event of first.flat()) tell(open, event);
      } catch (error) {
        stream.end();
        throw error;
      }
      figures.opened += 1;
      plan();
      return stream.body;
    },
    endAll() {
      isEnding = true;
      clearTimeout(timer);
      for (const { stream } of [...streams.values()]) stream.end();
    },
  };
}

function rightsOf({ personId, assignments, seats }: Actor): string {
  const held = [
    ...assignments.map((one) => [one.role, one.programmeId, one.organisationId].join(":")),
    ...seats.map((one) => [one.tableId, one.isCoordinator].join(":")),
  ];
  return [personId, ...held.sort()].join(" ");
}
