/** Why a mail is no answer of a person. */
export type AutomaticMark = "autoSubmitted" | "autoReply" | "bulk" | "list" | "noSender" | "own";

type Header = { key: string; value: string };

/**
 * Whether a mail was sent by a program (RFC 3834 and what came before it), or by the portal itself: whoever answers such
 * a mail answers for ever.
 * @param headers names in lower case
 * @param own the portal's addresses, and the host of its mails' identifiers
 */
export function automaticMark(
  headers: readonly Header[],
  own: { addresses: readonly string[]; host: string },
): AutomaticMark | null {
  const valuesOf = (name: string) =>
    headers.filter(({ key }) => key === name).map(({ value }) => value.trim().toLowerCase());
  const has = (name: string, pattern = /./) => valuesOf(name).some((value) => pattern.test(value));
  if (valuesOf("message-id").some((id) => id.endsWith(`@${own.host}>`))) return "own";
  if (valuesOf("from").some((from) => own.addresses.some((one) => from.includes(one)))) return "own";
  // "no" is what a person's program may say of a mail that somebody typed.
  if (has("auto-submitted", /^(?!no\b)./)) return "autoSubmitted";
  if (has("x-autoreply") || has("x-autorespond") || has("x-autoresponder")) return "autoReply";
  if (has("precedence", /^(?:auto_reply|bulk|junk)$/)) return "bulk";
  if (has("list-id") || has("precedence", /^list$/)) return "list";
  return has("return-path", /^<\s*>$/) ? "noSender" : null;
}
