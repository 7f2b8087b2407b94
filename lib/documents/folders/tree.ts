/** A folder among those of its space. */
export type Node = { id: string; parentId: string | null; name: string };

const order = new Intl.Collator("it", { numeric: true, sensitivity: "base" });

/** The folders that lie in one, or at the top (null), by name: "Incontro 2" before "Incontro 10". */
export function childrenOf<Row extends Node>(tree: readonly Row[], parentId: string | null): Row[] {
  return tree
    .filter((one) => one.parentId === parentId)
    .toSorted((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** The folders from the top down to one, that one last. */
export function pathTo<Row extends Node>(tree: readonly Row[], id: string | null): Row[] {
  const byId = new Map(tree.map((one) => [one.id, one]));
  const path: Row[] = [];
  for (let at = byId.get(id ?? ""); at; at = byId.get(at.parentId ?? "")) path.unshift(at);
  return path;
}

/** A folder with all that lie in it, however deep; the folder first. */
export function subtreeOf<Row extends Node>(tree: readonly Row[], id: string): Row[] {
  const root = tree.filter((one) => one.id === id);
  return root.flatMap((one) => [
    one,
    ...childrenOf(tree, one.id).flatMap((child) => subtreeOf(tree, child.id)),
  ]);
}

/** How many folders lie in each other below one, itself counted. */
export function heightOf(tree: readonly Node[], id: string): number {
  return 1 + Math.max(0, ...childrenOf(tree, id).map((child) => heightOf(tree, child.id)));
}

/** All folders in the order of a list of places, each with its path: "Incontri / Avvio". */
export function placesOf(tree: readonly Node[]): { id: string; path: string }[] {
  const below = (parentId: string | null, before: string): { id: string; path: string }[] =>
    childrenOf(tree, parentId).flatMap(({ id, name }) => {
      const path = before ? `${before} / ${name}` : name;
      return [{ id, path }, ...below(id, path)];
    });
  return below(null, "");
}
