/** The title of a page, from what it is to what it is about: "Verbale · Avvio, 9 luglio 2012". */
export function pageTitle(...parts: string[]): string {
  return parts.join(" · ");
}
