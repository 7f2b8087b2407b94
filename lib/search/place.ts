/** What is looked for, and where: in one programme, between two moments (the second not in it). */
export type Place = { words: string; programmeId?: string; from?: Date; until?: Date };

/** Whether only what has a day is looked for. */
export function isDated({ from, until }: Place): boolean {
  return from !== undefined || until !== undefined;
}
