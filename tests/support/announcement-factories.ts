import { randomUUID } from "node:crypto";
import type { Announce, ChangeAnnouncement } from "@/lib/announcements/schema";
import { db } from "@/lib/platform/db";

/** What the form of a new announcement sends: to all, at once, unless said. */
export function announcementForm(programmeId: string, facts: Partial<Announce> = {}): Announce {
  return {
    programmeId,
    title: "Nuovo calendario",
    text: "Il calendario **cambia**.",
    to: "all",
    bodies: [],
    mustAcknowledge: false,
    byMail: false,
    lang: "it",
    submissionKey: randomUUID(),
    ...facts,
  };
}

/** What the form of a change sends, as it was shown. */
export async function changeForm(
  id: string,
  facts: Partial<ChangeAnnouncement> = {},
): Promise<ChangeAnnouncement> {
  const now = await db.announcement.findUniqueOrThrow({ where: { id }, include: { bodies: true } });
  return {
    id,
    version: now.version,
    title: now.title,
    text: now.markdown,
    to: now.isForAll ? "all" : "some",
    bodies: now.bodies.map((one) => one.organisationId),
    mustAcknowledge: now.mustAcknowledge,
    ...facts,
  };
}
