/** Features whose facts the log tells, in the order of its filter. */
export const loggedFeatures = [
  "people",
  "programmes",
  "documents",
  "forum",
  "sessions",
  "discussions",
  "animation",
  "notifications",
  "portal",
] as const;

/**
 * The sentence of each kind of event, "people.invited" → "ha invitato una persona", from all messages of a language.
 * Sentences take no parameters: the log holds identifiers, and their names stand in columns of their own.
 */
export function sentencesOf(messages: Record<string, unknown>): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const feature of loggedFeatures) {
    const events = group(group(messages, feature), "events");
    for (const [verb, text] of Object.entries(events)) {
      if (typeof text === "string") sentences[`${feature}.${verb}`] = text;
    }
  }
  return sentences;
}

function group(messages: Record<string, unknown>, name: string): Record<string, unknown> {
  const found = messages[name];
  return typeof found === "object" && found !== null ? { ...found } : {};
}
