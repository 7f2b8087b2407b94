import { isIPv4, isIPv6 } from "node:net";

/** The network of an address, shortened so that people recognise where they were and the table does not follow them. */
export function networkOf(address: string): string | null {
  const key = clientKey(address);
  if (isIPv6(address) && key.endsWith("::/64")) return `${key.split(":").slice(0, 3).join(":")}::/48`;
  return isIPv4(key) ? key.replace(/\.\d+$/, ".0/24") : null;
}

/** A client's address as it is counted: who has one IPv6 address has a whole /64. */
export function clientKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [left = "", right] = plain.toLowerCase().split("::");
  const leftGroups = left.split(":").filter(Boolean);
  const rightGroups = (right ?? "").split(":").filter(Boolean);
  const gap = Array<string>(Math.max(0, 8 - leftGroups.length - rightGroups.length)).fill("0");
  const groups = right === undefined ? leftGroups : [...leftGroups, ...gap, ...rightGroups];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
