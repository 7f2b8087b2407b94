import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  againMs,
  keeperOf,
  longestMs,
  type NotesState,
  pauseMs,
  type Theirs,
} from "@/components/sessions/live/notes-keeper";
import type { Failure, Outcome } from "@/components/sessions/live/notes-post";
import type { Draft } from "@/lib/sessions/live/writing/typing";

const texts = {
  passing: "passing",
  signedOut: "signed out",
  forbidden: "forbidden",
  missing: "missing",
  changed: "changed",
  tooLarge: "too large",
  notAccepted: "not accepted",
  refused: "refused: {message}",
  restored: "restored",
  renewed: "renewed",
};
const passing: Outcome = { status: "passing", afterMs: 0 };
const empty: Theirs = { text: "", version: 1, message: "" };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A keeper whose portal answers what it is told to, in turn; afterwards it keeps everything. */
function aKeeper({
  known = empty,
  left = null as Draft | null,
  answers = [] as Outcome[],
}: {
  known?: Theirs;
  left?: Draft | null;
  answers?: Outcome[];
} = {}) {
  const world = {
    store: left as Draft | null,
    sent: [] as { text: string; version: number; isLeaving: boolean }[],
    state: null as NotesState | null,
  };
  const keeper = keeperOf(
    {
      read: () => world.store,
      write: (draft) => {
        world.store = draft;
      },
      post: async (going) => {
        world.sent.push(going);
        return answers.shift() ?? { status: "kept", version: going.version + 1, message: "kept" };
      },
      show: (state) => {
        world.state = state;
      },
      words: () => texts,
    },
    known,
    null,
  );
  return { keeper, world };
}

const pause = (ms = pauseMs) => vi.advanceTimersByTimeAsync(ms);

describe("notes", () => {
  test("wait in the browser from the first letter, go out after a pause, and leave once they are kept", async () => {
    const { keeper, world } = aKeeper();
    keeper.change("U");
    keeper.change("Uno");
    expect(world.store).toMatchObject({ text: "Uno", version: 1 });
    expect(world.sent).toEqual([]);
    await pause();
    expect(world.sent).toEqual([{ text: "Uno", version: 1, isLeaving: false }]);
    expect(world.store).toBeNull();
    expect(world.state).toMatchObject({ message: "kept", failed: false, isDirty: false, version: 2 });
  });

  test("go out while somebody types without a pause", async () => {
    const { keeper, world } = aKeeper();
    for (let typed = 0; typed < longestMs; typed += 500) {
      keeper.change(`testo ${typed}`);
      await pause(500);
    }
    expect(world.sent.length).toBeGreaterThan(0);
  });

  test("are sent again with what was typed meanwhile, over the new version", async () => {
    const { keeper, world } = aKeeper();
    keeper.change("Uno");
    const going = keeper.send();
    keeper.change("Uno e due");
    await going;
    expect(world.store).toMatchObject({ text: "Uno e due", version: 2, sent: [] });
    await pause();
    expect(world.sent.at(-1)).toMatchObject({ text: "Uno e due", version: 2 });
  });

  test("stay in the browser without a network, and are sent again by themselves", async () => {
    const { keeper, world } = aKeeper({ answers: [passing] });
    keeper.change("Uno");
    await pause();
    expect(world.store).toMatchObject({ text: "Uno", sent: ["Uno"] });
    expect(world.state).toMatchObject({ message: "passing", failed: true });
    await pause(againMs);
    expect(world.store).toBeNull();
    expect(world.state?.failed).toBe(false);
  });

  test("wait as long as a busy portal asks them to", async () => {
    const { keeper, world } = aKeeper({ answers: [{ status: "passing", afterMs: 30_000 }] });
    keeper.change("Uno");
    await pause();
    await pause(29_000);
    expect(world.sent).toHaveLength(1);
    await pause(1_000);
    expect(world.sent).toHaveLength(2);
    expect(world.store).toBeNull();
  });

  const failed = (why: Failure): Outcome => ({ status: "failed", why });
  test.each<[string, Outcome]>([
    ["signed out", failed("signedOut")],
    ["forbidden", failed("forbidden")],
    ["missing", failed("missing")],
    ["changed", failed("changed")],
    ["too large", failed("tooLarge")],
    ["not accepted", failed("notAccepted")],
    ["refused: locked", { status: "refused", message: "locked" }],
  ])(
    "stay in the browser and are not sent again by themselves where it says “%s”",
    async (message, answer) => {
      const { keeper, world } = aKeeper({ answers: [answer] });
      keeper.change("Uno");
      await pause(60_000);
      expect(world.sent).toHaveLength(1);
      expect(world.store?.text).toBe("Uno");
      expect(world.state).toMatchObject({ text: "Uno", message, failed: true });
      // The person mends it, signing in again for one, and saves.
      await keeper.send();
      expect(world.store).toBeNull();
    },
  );

  test("whose answer was lost are known again as one's own", async () => {
    const { keeper, world } = aKeeper({
      answers: [passing, { status: "conflict", version: 2, text: "Uno", message: "m" }],
    });
    keeper.change("Uno");
    await pause();
    keeper.change("Uno e due");
    await pause();
    expect(world.state?.theirs).toBeNull();
    await pause();
    expect(world.sent.at(-1)).toMatchObject({ text: "Uno e due", version: 2 });
    expect(world.store).toBeNull();
  });
});

describe("two who write", () => {
  const theirs = { status: "conflict", version: 4, text: "Loro", message: "Ada, 10:42" } as const;

  test("nothing is written over, and nothing sent until somebody chooses", async () => {
    const { keeper, world } = aKeeper({ answers: [theirs] });
    keeper.change("Mio");
    await pause();
    expect(world.state).toMatchObject({ text: "Mio", theirs: { text: "Loro" }, message: "Ada, 10:42" });
    keeper.change("Mio, di più");
    await pause(60_000);
    await keeper.send({ isLeaving: true });
    expect(world.sent).toHaveLength(1);
    expect(world.store?.text).toBe("Mio, di più");
  });

  test.each([
    ["mine below", "Loro\n\nMio", [{ text: "Loro\n\nMio", version: 4, isLeaving: false }]],
    ["theirs", "Loro", []],
  ])("%s", async (_name, text, sent) => {
    const { keeper, world } = aKeeper({ answers: [theirs] });
    keeper.change("Mio");
    await pause();
    if (!world.state?.theirs) throw new Error("no conflict");
    keeper.settle(world.state.theirs, text);
    await pause();
    expect(world.sent.slice(1)).toEqual(sent);
    expect(world.state).toMatchObject({ text, theirs: null, isDirty: false });
    expect(world.store).toBeNull();
  });
});

describe("a page that comes back", () => {
  test("takes up what the last one left, and says so", async () => {
    const { keeper, world } = aKeeper({
      known: { text: "Uno", version: 2, message: "" },
      left: { text: "Uno e due", version: 2, sent: [] },
    });
    keeper.restore();
    expect(world.state).toMatchObject({ text: "Uno e due", message: "restored", isDirty: true });
    await pause();
    expect(world.sent).toEqual([{ text: "Uno e due", version: 2, isLeaving: false }]);
  });

  test("adds what was typed while it was loading", async () => {
    const known = { text: "Uno", version: 2, message: "" };
    const fresh = aKeeper({ known });
    fresh.keeper.add("Uno e tre");
    await pause();
    expect(fresh.world.sent).toEqual([{ text: "Uno e tre", version: 2, isLeaving: false }]);
    const { keeper, world } = aKeeper({ known, left: { text: "Uno e due", version: 2, sent: [] } });
    keeper.restore();
    keeper.add("Uno e tre");
    expect(world.state).toMatchObject({ text: "Uno e due\n\nUno e tre", isDirty: true });
  });

  test("forgets what was kept after all", () => {
    const { keeper, world } = aKeeper({
      known: { text: "Uno", version: 3, message: "" },
      left: { text: "Uno", version: 2, sent: ["Uno"] },
    });
    keeper.restore();
    expect(world.store).toBeNull();
    expect(world.state).toBeNull();
  });

  test("asks where somebody else wrote meanwhile", async () => {
    const { keeper, world } = aKeeper({
      known: { text: "Loro", version: 3, message: "Ada" },
      left: { text: "Mio", version: 2, sent: [] },
    });
    keeper.restore();
    expect(world.state).toMatchObject({ text: "Mio", theirs: { text: "Loro", version: 3, message: "Ada" } });
    await pause(60_000);
    expect(world.sent).toEqual([]);
  });

  test("made anew, takes over what others wrote where nothing of one's own waits", () => {
    const next = { text: "Loro", version: 2, message: "Ada" };
    const calm = aKeeper();
    calm.keeper.renew(next);
    expect(calm.world.state).toMatchObject({ text: "Loro", version: 2, message: "renewed" });
    const busy = aKeeper();
    busy.keeper.change("Mio");
    busy.keeper.renew(next);
    expect(busy.world.state).toMatchObject({ text: "Mio", version: 1 });
  });

  test("that is left sends what waits, once", async () => {
    const { keeper, world } = aKeeper();
    keeper.change("Uno");
    await Promise.all([keeper.send({ isLeaving: true }), keeper.send({ isLeaving: true })]);
    expect(world.sent).toEqual([{ text: "Uno", version: 1, isLeaving: true }]);
  });
});
