import { pathnames } from "@/lib/platform/i18n/routing";

/** Segments of addresses: words by their letters, a parameter, and what an address that ends here leads to. */
type Branch = { words: Map<string, Branch>; parameter?: Branch; leadsTo?: string };

const entries = Object.entries(pathnames).map(([internal, external]) => ({
  internal,
  italian: typeof external === "string" ? external : external.it,
}));

const below = (internal: string) => (internal === "/" ? "/it" : `/it${internal}`);
const italianPages = branches(entries.map(({ internal, italian }) => [italian, below(internal)]));
const folderNames = branches(
  entries
    .filter(({ internal, italian }) => internal !== italian)
    .flatMap(({ internal, italian }) => [
      [internal, italian],
      [below(internal), italian],
    ]),
);

/**
 * Where Next finds the page of an address: Italian public names become the folders' English ones below the language.
 * @param path as it stands in the request, without query
 * @returns null when Next finds it by itself: English pages, files, route handlers
 */
export function folderOf(path: string): string | null {
  const found = lookUp(italianPages, path);
  if (found) return found;
  if (/^\/(?:it|en|api|_next)(?:\/|$)/.test(path) || path.includes(".")) return null;
  return `/it${path}`;
}

/** The one address of a page that was asked for by its folder's name or with the prefix "/it"; null for all others. */
export function oneAddressOf(path: string): string | null {
  const found = lookUp(folderNames, path);
  if (found) return found;
  return /^\/it(?:\/|$)/.test(path) ? path.slice(3) || "/" : null;
}

function branches(rules: string[][]): Branch {
  const root: Branch = { words: new Map() };
  for (const [address = "", target] of rules) {
    let at = root;
    for (const segment of segmentsOf(address)) at = next(at, segment);
    at.leadsTo = target;
  }
  return root;
}

function next(branch: Branch, segment: string): Branch {
  if (segment.startsWith("[")) {
    branch.parameter ??= { words: new Map() };
    return branch.parameter;
  }
  const known = branch.words.get(segment) ?? { words: new Map() };
  branch.words.set(segment, known);
  return known;
}

function lookUp(root: Branch, path: string): string | null {
  const found = walk(root, segmentsOf(path), []);
  if (!found) return null;
  return found.target.replace(/\[\w+\]/g, () => found.values.shift() ?? "");
}

// A word before a parameter, and back again when it leads nowhere.
function walk(
  branch: Branch,
  [segment, ...rest]: string[],
  values: string[],
): { target: string; values: string[] } | null {
  if (segment === undefined) return branch.leadsTo === undefined ? null : { target: branch.leadsTo, values };
  const word = branch.words.get(segment);
  const byWord = word && walk(word, rest, values);
  if (byWord) return byWord;
  return branch.parameter ? walk(branch.parameter, rest, [...values, segment]) : null;
}

function segmentsOf(path: string): string[] {
  return path
    .split("/")
    .slice(1)
    .filter((segment, index) => index > 0 || segment !== "");
}
