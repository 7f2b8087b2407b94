type Otherwise = {
  /** for a name with neither letter nor number */
  instead: string;
  /** addresses of pages that stand beside */
  reserved?: readonly string[];
};

/**
 * The part of an address made from a name, at most 80 characters: "Camera di Commercio dell’Umbria" →
 * "camera-di-commercio-dell-umbria".
 */
export function slugOf(name: string, { instead, reserved = [] }: Otherwise): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return slug === "" || reserved.includes(slug) ? instead : slug;
}

/** The same, or with the first number that makes it one that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
