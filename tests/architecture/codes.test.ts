import { describe, expect, test } from "vitest";
import { type Code, eventKinds, refusalCodes } from "@/tests/architecture/codes";
import { locales, textsOf } from "@/tests/architecture/message-files";
import { parse, sourceFiles } from "@/tests/architecture/source";

const texts = { it: textsOf("it"), en: textsOf("en") };
const recorders = sourceFiles("lib", "prisma", "scripts").filter((file) => file !== "lib/platform/events.ts");

/** Whose events a file may record: those of its folder; the platform's are the portal's. */
const featureOf = (file: string) => file.split("/")[1]?.replace("platform", "portal");

/** The message of "feature.code" in a group of that feature; a code without a feature stands in errors.json. */
function keyOf(code: string, group: string): string {
  const [feature, name] = code.split(".");
  return name === undefined ? `errors.${feature}` : `${feature}.${group}.${name}`;
}

function without(codes: Code[], group: string): string[] {
  return locales.flatMap((locale) =>
    codes
      .filter(({ code }) => !texts[locale].has(keyOf(code, group)))
      .map(({ code, where }) => `${locale} ${code} at ${where}`),
  );
}

describe("codes", () => {
  const kinds = recorders.flatMap((file) => eventKinds(parse(file)));

  test("every kind of event has its message in both languages", () => {
    expect(without(kinds, "events")).toEqual([]);
  });

  test("a feature records its own events", () => {
    const foreign = kinds.filter(
      ({ code, where }) => where.startsWith("lib/") && featureOf(where) !== code.split(".")[0],
    );
    expect(foreign).toEqual([]);
  });

  test("no message is kept for an event that nobody records", () => {
    const known = new Set(kinds.map(({ code }) => keyOf(code, "events")));
    const dead = [...texts.it.keys()].filter((key) => /^[\w-]+\.events\./.test(key) && !known.has(key));
    expect(dead).toEqual([]);
  });

  test("every refusal has its text in both languages", () => {
    const codes = sourceFiles("lib", "app")
      .filter((file) => !/^lib\/platform\/(moves|errors|env|uploads\/queries)\.ts$/.test(file))
      .flatMap((file) => refusalCodes(parse(file)));
    expect(without(codes, "errors")).toEqual([]);
  });

  test("are found where they are written", () => {
    const sample = `
      await recordEvent(tx, actor, { kind: isNew ? "forum.opened" : "forum.changed", subject });
      await recordEvent(tx, actor, { kind: name, subject });
      const recorded: Record<Move, Kind> = { accept: "forum.accepted", unaccept: "forum.unaccepted" };
      await recordEvent(tx, actor, { kind: recorded[input.move], subject });
      function recordPostEvent(tx, actor, post, event) { return recordEvent(tx, actor, { ...event, subject: post }); }
      recordPostEvent(tx, actor, post, { kind: "forum.posted" });
      const refuse = (code: string) => () => reject(new DomainError(code));
      stream.on("end", refuse("forum.cut"));
      throw new DomainError("forum.tooSoon", {}, "text");
      transition("forum", threadTransitions, state, "answer");
      action({ name: "forum.post", audience: [], schema, done: "posted" }, post);`;
    expect(eventKinds(parse("sample.ts", sample)).map((one) => one.code)).toEqual([
      "forum.opened",
      "forum.changed",
      "(not written out)",
      "forum.accepted",
      "forum.unaccepted",
      "forum.posted",
    ]);
    expect(refusalCodes(parse("sample.ts", sample)).map((one) => one.code)).toEqual([
      "forum.cut",
      "forum.tooSoon",
      "forum.moveNotAllowed",
      "posted",
    ]);
    const schema = `z.string().min(3, "forum.short").refine(isKnown, { error: "unknown" }).max(9)`;
    expect(refusalCodes(parse("lib/forum/schema.ts", schema)).map((one) => one.code)).toEqual([
      "unknown",
      "forum.short",
    ]);
  });
});
