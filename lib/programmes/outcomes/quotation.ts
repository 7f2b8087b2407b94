/** Words as a quotation shows them: the marks around the whole are the page's. */
export function withoutMarks(text: string): string {
  const [, inner] = /^\s*[«“"]([^«»“”"]*)[»”"]\s*$/.exec(text) ?? [];
  return inner ?? text;
}
