import { expect, test } from "vitest";
import { leftNotes, notesKey, putBelow } from "@/components/sessions/live/left-notes";
import type { Outcome } from "@/components/sessions/live/notes-post";

const whose = { session: "s1", reader: "p1" };
const draft = (text: string, title?: string) => JSON.stringify({ text, version: 2, sent: [], title });

function aStore(rows: Record<string, string>) {
  const keys = Object.keys(rows);
  return {
    length: keys.length,
    key: (index: number) => keys[index] ?? null,
    getItem: (key: string) => rows[key] ?? null,
  };
}

test("notes are left where their point has no box any more, of this session and this reader alone", () => {
  const store = aStore({
    [notesKey(whose, "opening")]: draft("In apertura", "Apertura"),
    [notesKey(whose, "a")]: draft("Di un punto che c’è", "Uno"),
    [notesKey(whose, "b")]: draft("Di un punto tolto", "Due"),
    [notesKey(whose, "c")]: draft("Senza titolo"),
    [notesKey(whose, "d")]: draft("  ", "Niente"),
    [notesKey(whose, "e")]: "{",
    [notesKey({ ...whose, reader: "p2" }, "b")]: draft("Di un’altra persona", "Due"),
    [notesKey({ ...whose, session: "s2" }, "b")]: draft("Di un altro incontro", "Due"),
    other: draft("Altro"),
  });
  expect(leftNotes(store, whose, ["opening", "a"])).toEqual([
    { key: notesKey(whose, "b"), item: "b", title: "Due", text: "Di un punto tolto" },
    { key: notesKey(whose, "c"), item: "c", title: "", text: "Senza titolo" },
  ]);
});

/** A portal that answers what it is told to, in turn. */
function aPortal(...answers: Outcome[]) {
  const sent: { text: string; version: number }[] = [];
  const post = async (going: { text: string; version: number }) => {
    sent.push(going);
    return answers.shift() ?? { status: "kept" as const, version: going.version + 1, message: "kept" };
  };
  return { sent, post };
}

test("below goes over whatever somebody wrote meanwhile, since it takes nothing away", async () => {
  const { sent, post } = aPortal({ status: "conflict", version: 5, text: "Loro", message: "Ada" });
  expect(await putBelow(post, "Mio", 2)).toMatchObject({ status: "kept", version: 6 });
  expect(sent).toEqual([
    { text: "Mio", version: 2 },
    { text: "Mio", version: 5 },
  ]);
});

test("what is there already, its answer lost, is not put there twice", async () => {
  const { sent, post } = aPortal({ status: "conflict", version: 3, text: "Loro\n\nMio", message: "io" });
  expect(await putBelow(post, "Mio", 2)).toMatchObject({ status: "kept", version: 3 });
  expect(sent).toHaveLength(1);
});

test("what is not taken stays where it is, with its reason", async () => {
  const refused: Outcome = { status: "refused", message: "locked" };
  expect(await putBelow(aPortal(refused).post, "Mio", 2)).toEqual(refused);
});
