import { expect, test } from "vitest";
import { exchangedRows, moveIntents, withRowsExchanged } from "@/lib/sessions/agenda/rows";
import { changeSessionSchema } from "@/lib/sessions/schema";

const fields = (intent: string) => ({
  intent,
  title: "Incontro",
  "agenda.0.id": "a",
  "agenda.0.title": "Primo",
  "agenda.1.id": "b",
  "agenda.1.title": "Secondo",
  "agenda.10.title": "Undicesimo",
});

test("a row and the one above it change places, with their identifiers", () => {
  expect(withRowsExchanged(fields("up.1"))).toEqual({
    intent: "up.1",
    title: "Incontro",
    "agenda.1.id": "a",
    "agenda.1.title": "Primo",
    "agenda.0.id": "b",
    "agenda.0.title": "Secondo",
    "agenda.10.title": "Undicesimo",
  });
  expect(withRowsExchanged(fields("down.0"))).toEqual(
    withRowsExchanged({ ...fields("up.1"), intent: "down.0" }),
  );
});

test("a row that moves past the others' numbers leaves them alone", () => {
  expect(withRowsExchanged(fields("down.10"))).toMatchObject({ "agenda.11.title": "Undicesimo" });
});

test.each(["up.0", "down.98", "addPoint", "draft", "up.x", "up.100", undefined])(
  "%s moves nothing",
  (intent) => {
    expect(exchangedRows(intent)).toBeNull();
  },
);

test("the form is kept unsaved by each of the buttons, however incomplete it is", () => {
  for (const intent of ["addPoint", ...moveIntents]) {
    expect(changeSessionSchema.parse({ intent, title: "" })).toEqual({ intent: "addPoint" });
  }
});
