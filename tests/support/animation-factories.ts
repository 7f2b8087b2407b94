import { randomUUID } from "node:crypto";
import { type SchedulePost, schedulePostSchema } from "@/lib/animation/scheduling/schema";
import { db } from "@/lib/platform/db";
import { exactDay } from "@/lib/platform/source-date";
import { moment } from "@/tests/support/factories";

/** What the form of a post that comes later sends, read: an hour after the tests' moment, unless said. */
export function scheduleForm(
  programme: { slug: string },
  fields: Partial<SchedulePost> & ({ categoryId: string } | { threadId: string }),
): SchedulePost {
  return schedulePostSchema.parse({
    programme: programme.slug,
    title: "Come va?",
    text: "Raccontate **due righe**.",
    submissionKey: randomUUID(),
    anchor: "MOMENT",
    date: "2026-03-23",
    time: "11:00",
    ...fields,
  });
}

/** A phase of a programme from one exact day to another. */
export async function aPhase(programmeId: string, begin: string | null, end: string | null) {
  const position = (await db.phase.count({ where: { programmeId } })) + 1;
  return db.phase.create({
    data: {
      programmeId,
      position,
      title: `Fase ${position}`,
      ...(begin ? { begin: exactDay(begin) } : {}),
      ...(end ? { end: exactDay(end) } : {}),
    },
    select: { id: true },
  });
}

/** A text to begin with, of the portal unless a programme is given. */
export async function aPrompt(programmeId: string | null = null) {
  return db.prompt.create({
    data: { programmeId, stage: "START", title: "Chi siete?", markdown: "Presentatevi.", addedAt: moment },
    select: { id: true, version: true },
  });
}
