/** What a public answer shows: one programme; several of them and the bodies; or, of a change, anything at all. */
export type Tag = "everything" | "portal" | `programme:${string}`;

/** The channel on which every web process hears what changed. */
export const purgeChannel = "sperimenta_purge";

const tag = /^(?:everything|portal|programme:[0-9a-f-]{36})$/;

/** Tags as one announcement. */
export function writeTags(tags: readonly Tag[]): string {
  return tags.join(",");
}

/** What an announcement names; whatever cannot be read may be anything. */
export function readTags(announcement: string): Tag[] {
  const parts = announcement.split(",");
  return parts.every((part) => tag.test(part)) ? (parts as Tag[]) : ["everything"];
}

/** Whether a change concerns an answer. */
export function concerns(changed: readonly Tag[], uses: ReadonlySet<Tag>): boolean {
  return changed.some((one) => one === "everything" || uses.has(one));
}
