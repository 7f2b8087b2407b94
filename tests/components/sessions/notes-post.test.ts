import { expect, test } from "vitest";
import { outcomeOf, postNotes } from "@/components/sessions/live/notes-post";

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });
const failed = (why: string) => ({ status: "failed", why });

test.each([
  [401, failed("signedOut")],
  [302, failed("signedOut")],
  [403, failed("forbidden")],
  [404, failed("missing")],
  [410, failed("missing")],
  [409, failed("changed")],
  [413, failed("tooLarge")],
  [422, failed("notAccepted")],
  [400, failed("notAccepted")],
  [408, { status: "passing", afterMs: 0 }],
  [429, { status: "passing", afterMs: 0 }],
  [500, { status: "passing", afterMs: 0 }],
  [502, { status: "passing", afterMs: 0 }],
  [503, { status: "passing", afterMs: 0 }],
])("a status %i alone", async (status, outcome) => {
  expect(await outcomeOf(answer(status))).toEqual(outcome);
});

test("a page in place of an answer is the one for signing in where the request was led there", async () => {
  const page = new Response("<html>", { headers: { "Content-Type": "text/html" } });
  expect(await outcomeOf(Object.defineProperty(page, "redirected", { value: true }))).toEqual(
    failed("signedOut"),
  );
  // A network that asks for its own conditions first answers with a page of its own.
  const other = new Response("<html>", { headers: { "Content-Type": "text/html" } });
  expect(await outcomeOf(other)).toEqual({ status: "passing", afterMs: 0 });
});

test("a busy portal is given the time that it asks for", async () => {
  expect(await outcomeOf(answer(503, { "Retry-After": "20" }))).toEqual({
    status: "passing",
    afterMs: 20_000,
  });
  const date = { "Retry-After": "Mon, 23 Mar 2026 10:00:00 GMT" };
  expect(await outcomeOf(answer(429, date))).toEqual({ status: "passing", afterMs: 0 });
});

test.each([
  [200, { status: "kept", version: 3, message: "Salvato" }],
  [200, { status: "conflict", version: 3, text: "Loro", message: "Ada" }],
  [409, { status: "conflict", version: 3, text: "Loro", message: "Ada" }],
  [422, { status: "refused", message: "Troppo lungo" }],
])("with %i the portal's own words count: %j", async (status, said) => {
  expect(await outcomeOf(Response.json(said, { status }))).toEqual(said);
});

test("without a network it passes", async () => {
  const going = { item: "opening", text: "Uno", version: 1 };
  expect(await postNotes("not an address", going)).toEqual({ status: "passing", afterMs: 0 });
});
