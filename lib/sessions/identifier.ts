import { randomBytes } from "node:crypto";

/**
 * A UUID v7 of a moment. A form carries one from the start, so that sending it twice makes one session: the second
 * finds the first by its identifier.
 */
export function freshIdentifier(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const nothing = "00000000-0000-0000-0000-000000000000";

/** An identifier from an address: what is none becomes one that nothing has, so that it is simply not found. */
export function asUuid(text: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : nothing;
}
