import { z } from "zod";

/** The place after a person in a list ordered by family name, given name and identifier. */
export type NameCursor = { familyName: string; givenName: string; id: string };

const cursorSchema = z.tuple([z.string(), z.string(), z.uuid()]);

/** A cursor as an address bears it. */
export function writeNameCursor({ familyName, givenName, id }: NameCursor): string {
  return Buffer.from(JSON.stringify([familyName, givenName, id])).toString("base64url");
}

/** A cursor from an address; undefined when there is none or it was made up. */
export function readNameCursor(text: string | undefined): NameCursor | undefined {
  if (!text || text.length > 800 || !/^[\w-]+$/.test(text)) return undefined;
  try {
    const content = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const [familyName, givenName, id] = cursorSchema.parse(content);
    return { familyName, givenName, id };
  } catch {
    return undefined;
  }
}
