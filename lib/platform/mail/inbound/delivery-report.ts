/** What became of a mail, as the server that gave up says it (RFC 3464). */
export type DeliveryReport = {
  /** "failed" is for good; "delayed" and the rest say nothing that one must act on */
  action: string;
  /** "5.1.1": class, subject, detail (RFC 3463) */
  status: string;
};

const mostGroups = 50;

/**
 * Reads the part of a report that is for programs: the fields of each recipient, groups apart by an empty line. The first
 * group tells of the report itself.
 */
export function readDeliveryReport(text: string): DeliveryReport[] {
  const groups = text
    .replace(/\r\n?/g, "\n")
    // A long field goes on in the next line, after a space.
    .replace(/\n[ \t]+/g, " ")
    .split(/\n\s*\n/, mostGroups);
  return groups.flatMap((group) => {
    const action = fieldOf(group, "action");
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(group, "status") ?? "")?.[0];
    return action && status ? [{ action: action.toLowerCase(), status }] : [];
  });
}

/** The status of a failure for good; null when there is none. What is full or away for now counts for nothing. */
export function permanentFailure(reports: readonly DeliveryReport[]): string | null {
  return reports.find(({ action, status }) => action === "failed" && status.startsWith("5."))?.status ?? null;
}

/**
 * Whether a failure is the address's own: unknown, given up, full, without a server. What a server thinks of the text or
 * of the sender (5.3, 5.6, 5.7) says nothing of who lives there.
 */
export function tellsOfAddress(status: string): boolean {
  return /^5\.[0124]\./.test(status);
}

function fieldOf(group: string, name: string): string | null {
  const line = group.split("\n").find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() || null;
}
