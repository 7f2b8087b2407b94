/** The channel on which transactions say what live pages follow. */
export const liveChannel = "sperimenta_live";

/** What a live page can follow: "forum@<programme>", "person:<id>", "readers:<thread>", "people". */
export type Topic = string;

/** Something changed in a feature within a programme. */
export const topicOf = (feature: string, programmeId: string): Topic => `${feature}@${programmeId}`;

/** What one person is told changed. */
export const personTopic = (personId: string): Topic => `person:${personId}`;

/** Who is here may be somebody else now, or may do other things: sign-ins, roles, disabled people. */
export const peopleTopic: Topic = "people";

/** Features whose events somebody may see live; those of others cost nobody a word. */
const followed: readonly string[] = ["forum"];

/** What an event of the log changes for those who follow. */
export function topicsOfEvent({ kind, programmeId }: { kind: string; programmeId?: string | null }): Topic[] {
  const feature = kind.split(".", 1)[0] ?? "";
  if (feature === peopleTopic) return [peopleTopic];
  return programmeId && followed.includes(feature) ? [topicOf(feature, programmeId)] : [];
}

/** Writes topics as one announcement. */
export function writeTopics(topics: readonly Topic[]): string {
  return topics.join(" ");
}

/** Reads an announcement; from another version of the portal, or by hand, it may be anything. */
export function readTopics(announcement: string): Topic[] {
  return announcement.split(" ").filter(Boolean);
}
