import { expect, test } from "vitest";
import { eventReach } from "@/lib/platform/page-cache/event-reach";
import { eventKinds } from "@/tests/architecture/codes";
import { parse, sourceFiles } from "@/tests/architecture/source";

test("every kind of event says how far it reaches into the public pages, and no other", () => {
  const files = sourceFiles("lib", "prisma", "scripts").filter((file) => file !== "lib/platform/events.ts");
  const kinds = new Set(files.flatMap((file) => eventKinds(parse(file)).map(({ code }) => code)));
  expect(Object.keys(eventReach).sort()).toEqual([...kinds].sort());
});
