/** The name of a programme's list in its mails (RFC 2919); without a programme, of those that belong to none. */
export function listIdOf(slug?: string): string {
  return slug ? `${slug}.newsletter` : "newsletter";
}
