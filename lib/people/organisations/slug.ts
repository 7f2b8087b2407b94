/** The part of an address made from a name: "Camera di Commercio dell’Umbria" → "camera-di-commercio-dell-umbria". */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  // "nuovo" and "new" are pages beside those of the organisations.
  return slug === "" || slug === "nuovo" || slug === "new" ? "ente" : slug;
}
