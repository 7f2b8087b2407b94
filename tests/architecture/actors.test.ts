import { describe, expect, test } from "vitest";
import { exportedValues, parametersOf, parse, sourceFiles } from "@/tests/architecture/source";

/** Reads that come before there is an actor, each with its reason. */
const withoutActor: Record<string, string> = {
  "lib/people/queries.ts loadActorFacts": "finds the roles of which the actor is made",
  "lib/people/queries.ts watchActorFacts": "does the same for people who look on",
};

const files = (name: string) =>
  sourceFiles("lib").filter((file) => new RegExp(`/${name}\\.tsx?$`).test(file));

/** First parameters, as written, of each exported function of the files. */
function signatures(names: string[]): { where: string; types: string[] }[] {
  return names.flatMap((file) =>
    exportedValues(parse(file)).flatMap((one) => {
      const parameters = parametersOf(one);
      if (!parameters) return [];
      const types = parameters.map(
        (parameter) => `${parameter.name.getText()}: ${parameter.type?.getText()}`,
      );
      return [{ where: `${file} ${one.name}`, types }];
    }),
  );
}

// `_actor` is one that is not asked: everybody may read it, or the caller was allowed what this completes.
const actorFirst = (parameter: string | undefined) => /^_?actor: Actor$/.test(parameter ?? "");

describe("who acts is a parameter", () => {
  test("queries and mutations take `actor: Actor` first", () => {
    const wrong = signatures([...files("queries"), ...files("mutations")]).filter(
      ({ where, types }) => !actorFirst(types[0]) && !(where in withoutActor),
    );
    expect(wrong).toEqual([]);
  });

  test("commands take the transaction, then `actor: Actor`", () => {
    const wrong = signatures(files("commands")).filter(
      ({ types }) => types[0] !== "tx: Tx" || !actorFirst(types[1]),
    );
    expect(wrong).toEqual([]);
  });

  test("the exceptions exist", () => {
    const all = signatures(files("queries")).map((one) => one.where);
    expect(all).toEqual(expect.arrayContaining(Object.keys(withoutActor)));
  });
});
