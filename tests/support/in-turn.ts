/** Does something with each thing, four at a time: a portal that is asked everything at once says that it is busy. */
export async function inTurn<Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = things.entries();
  const worker = async () => {
    for (const [place, thing] of rest) results[place] = await work(thing);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return results;
}
