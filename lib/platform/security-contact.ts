const day = 86_400_000;

/**
 * Who hears of a weakness, as RFC 9116 wants it said. It expires half a year after the day on which it is read: as long
 * as the portal runs, somebody stands behind it.
 */
export function securityContact(facts: { contact: string; siteUrl: string; at: Date }): string {
  const { contact, siteUrl, at } = facts;
  const expires = new Date(Math.floor(at.getTime() / day) * day + 180 * day);
  return `${[
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace(".000Z", "Z")}`,
    "Preferred-Languages: it, en",
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    `Policy: ${siteUrl}/note-legali#security`,
  ].join("\n")}\n`;
}
