/** One place up or down in a list. */
export type Direction = "up" | "down";

/**
 * Lets a thing of an ordered list change places with the one before or after it, where positions are unique. The caller
 * holds the list, so that two who order at once take turns.
 * @param order the whole list in its order
 * @param setPosition writes one position; 0 or more but for one moment
 * @returns where it stood and where it stands; null at the end of the list, where it stays
 */
export async function stepInOrder(
  order: readonly { id: string; position: number }[],
  { id, direction }: { id: string; direction: Direction },
  setPosition: (id: string, position: number) => Promise<unknown>,
): Promise<{ from: number; to: number } | null> {
  const place = order.findIndex((one) => one.id === id);
  const [here, there] = [order[place], order[place + (direction === "up" ? -1 : 1)]];
  if (!here || !there) return null;
  // The first one steps aside before the two change places.
  await setPosition(here.id, -1);
  await setPosition(there.id, here.position);
  await setPosition(here.id, there.position);
  return { from: here.position, to: there.position };
}
