import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Actor, personActor } from "@/lib/platform/actor";
import { NotFoundError } from "@/lib/platform/errors";
import { createLiveHub, type LiveHub, type LivePart } from "@/lib/platform/live/hub";
import type { Subscriber } from "@/lib/platform/live/listener";
import { moment } from "@/tests/support/factories";

const someone = (assignments: Actor["assignments"] = []) =>
  personActor({ personId: "0192a000-0000-7000-8000-000000000001", assignments }, moment);

/** Who holds a sign-in at the moment, and what the process hears. */
let present: Map<string, Actor> | Error;
/** how often the process asked for them */
let asked = 0;
let announced: Subscriber;
let hub: LiveHub;
const cut = vi.fn();
const left = vi.fn();

beforeEach(() => {
  cut.mockClear();
  left.mockClear();
  asked = 0;
  present = holding(someone());
  hub = createLiveHub(
    {
      listener: {
        listen: (_channel, subscriber) => {
          announced = subscriber;
          return () => undefined;
        },
      },
      actorsOf: async () => {
        asked += 1;
        if (present instanceof Error) throw present;
        return present;
      },
      stillHere: async () => undefined,
      now: () => moment,
    },
    { ofPerson: 2, ofProcess: 3 },
  );
});

const part = (read: LivePart["read"], pauseMs = 0): LivePart => ({ topics: ["forum@one"], pauseMs, read });

const holding = (actor?: Actor) => new Map<string, Actor>(actor ? [["sign-in", actor]] : []);

let opened = 0;
const open = (parts: LivePart[], actor = someone()) => {
  opened += 1;
  return hub.open({ streamId: `stream-${opened}`, signInId: "sign-in", actor, parts, cut, left });
};

async function reading(parts: LivePart[]) {
  const body = await open(parts);
  if (typeof body === "string") throw new Error(`refused: ${body}`);
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let said = "";
  let isOver = false;
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read();
    said += decoder.decode(value, { stream: true });
    isOver = done;
    if (!done) await read();
  };
  void read();
  return { said: () => said, isOver: () => isOver, leave: () => reader.cancel() };
}

/** A part that tells how often it was read. */
function counting(pauseMs = 0) {
  let reads = 0;
  const read = async () => [{ name: "post", id: ++reads, data: { number: reads } }];
  return { part: part(read, pauseMs), reads: () => reads };
}

describe("a reader", () => {
  test("is told how things stand, and then what was announced of what they follow", async () => {
    const { part: one } = counting();
    const { said } = await reading([one]);
    await expect.poll(said).toMatch(/^retry: \d+\n\nevent: post\nid: 1\ndata: \{"number":1\}\n\n$/);
    announced.heard("forum@another person:x");
    announced.heard("forum@one person:x");
    await expect.poll(said).toContain("id: 2");
    expect(said()).not.toContain("id: 3");
  });

  test("is told once of many changes, and not twice of how things stand", async () => {
    const { part: one, reads } = counting(60);
    const state = part(async () => [{ name: "waiting", data: { notices: 1 } }]);
    const { said } = await reading([one, state]);
    for (let time = 0; time < 20; time++) announced.heard("forum@one");
    await expect.poll(reads).toBe(2);
    announced.heard("forum@one");
    await expect.poll(reads).toBe(3);
    expect(said().match(/event: waiting/g)).toHaveLength(1);
  });

  test("is read for again when nothing was heard for a while", async () => {
    const { part: one, reads } = counting();
    await reading([one]);
    announced.lost?.();
    announced.connected?.();
    await expect.poll(reads).toBe(2);
  });

  test.each([
    ["who has signed out", holding()],
    [
      "whose roles are others now",
      holding(someone([{ role: "EXPERT", programmeId: "one", organisationId: null }])),
    ],
  ])("%s is told nothing more", async (_who, now) => {
    const { part: one, reads } = counting();
    const { isOver } = await reading([one]);
    present = now;
    announced.heard("forum@one");
    await expect.poll(isOver).toBe(true);
    expect(reads()).toBe(1);
    expect(left).toHaveBeenCalledOnce();
  });

  test("is looked at when people change, though nothing else has", async () => {
    const { isOver } = await reading([counting().part]);
    present = holding();
    announced.heard("people");
    await expect.poll(isOver).toBe(true);
  });

  test("who may follow no more is told nothing more", async () => {
    let isOpen = true;
    const { isOver } = await reading([
      part(async () => {
        if (!isOpen) throw new NotFoundError("thread");
        return [];
      }),
    ]);
    isOpen = false;
    announced.heard("forum@one");
    await expect.poll(isOver).toBe(true);
  });

  test("who takes nothing is cut, and nothing waits for them without end", async () => {
    const much = "x".repeat(5_000);
    let reads = 0;
    const body = await open([
      part(async () => {
        reads += 1;
        return [{ name: "post", id: reads, data: much }];
      }),
    ]);
    expect(body).toBeInstanceOf(ReadableStream);
    await vi.waitFor(() => {
      announced.heard("forum@one");
      expect(cut).toHaveBeenCalledOnce();
    });
    expect(reads).toBeLessThan(12);
    expect(left).toHaveBeenCalledOnce();
  });

  test("is served again after the database was away", async () => {
    const { part: one, reads } = counting();
    await reading([one]);
    const here = present;
    present = new Error("no answer");
    announced.heard("forum@one");
    await expect.poll(() => asked).toBe(1);
    present = here;
    await expect.poll(reads, { timeout: 10_000 }).toBe(2);
  });
});

describe("the limits", () => {
  test("hold for a person and for the process, and a reader who leaves makes room", async () => {
    const other = personActor({ personId: "0192a000-0000-7000-8000-000000000002", assignments: [] }, moment);
    const first = await reading([]);
    await reading([]);
    expect(await open([])).toBe("person");
    await open([], other);
    expect(await open([], other)).toBe("process");
    await first.leave();
    expect(await open([])).toBeInstanceOf(ReadableStream);
  });

  test("a process that stops ends every stream and takes none", async () => {
    const { isOver } = await reading([counting().part]);
    hub.endAll();
    await expect.poll(isOver).toBe(true);
    expect(await open([])).toBe("process");
  });

  test("a stream that cannot begin leaves nothing behind", async () => {
    const refused = part(async () => {
      throw new NotFoundError("thread");
    });
    await expect(open([refused])).rejects.toThrow(NotFoundError);
    expect(left).toHaveBeenCalledOnce();
    for (let time = 0; time < 2; time++) expect(await open([])).toBeInstanceOf(ReadableStream);
  });
});
