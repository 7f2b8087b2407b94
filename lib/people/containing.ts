/** A condition for texts that contain a word as typed: the database would read `%` and `_` in it as any character. */
export function containing(word: string): { contains: string; mode: "insensitive" } {
  return { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" };
}
