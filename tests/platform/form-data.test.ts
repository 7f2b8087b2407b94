import { expect, test } from "vitest";
import { formInput, formValues } from "@/lib/platform/form-data";

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("reads texts, lists and rows; an empty text is nothing", () => {
  const values = formValues(
    form([
      ["title", "Avvio\r\n"],
      ["bodies[]", "a"],
      ["bodies[]", "b"],
      ["agenda.0.title", "Punto"],
      ["agenda.0.minutes", ""],
      ["$ACTION_ID", "x"],
      ["_locale", "it"],
    ]),
  );
  expect(values).toEqual({
    title: "Avvio\n",
    "bodies[]": ["a", "b"],
    "agenda.0.title": "Punto",
    "agenda.0.minutes": "",
  });
  const input = formInput(values);
  expect(JSON.parse(JSON.stringify(input))).toEqual({
    title: "Avvio\n",
    bodies: ["a", "b"],
    agenda: { 0: { title: "Punto" } },
  });
});

test("takes NUL out and brings accents to one form", () => {
  expect(formValues(form([["name", "Citta\u0300\0"]]))).toEqual({ name: "Città" });
});

test("a hostile name reaches no prototype", () => {
  formInput(
    formValues(
      form([
        ["__proto__.polluted", "x"],
        ["constructor.prototype.polluted", "x"],
        ["a.__proto__.polluted", "x"],
      ]),
    ),
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("a repeated name that is no list keeps its last value, so that no field can be an array", () => {
  expect(
    formValues(
      form([
        ["id", "1"],
        ["id", "2"],
      ]),
    ),
  ).toEqual({ id: "2" });
});
