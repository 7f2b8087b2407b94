/** The address for mail to the portal with a token of its own in it. */
export function addressWith(token: string, inbound: string): string {
  return inbound.replace("@", `+${token}@`);
}

/** The token in an address for mail to the portal; null for any other address. */
export function tokenInAddress(address: string, inbound: string): string | null {
  const [name = "", host = ""] = inbound.split("@");
  const given = address.trim().toLowerCase();
  const isOurs = given.startsWith(`${name}+`) && given.endsWith(`@${host}`);
  return isOurs ? given.slice(name.length + 1, -(host.length + 1)) : null;
}
