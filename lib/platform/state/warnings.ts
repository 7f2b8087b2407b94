import type { PortalState } from "@/lib/platform/state/queries";

/** Something that an administrator should look at, with the figures that its sentence names. */
export type StateWarning =
  | { code: "noWorker" | "mailKept" | "scannerGone" }
  | { code: "deadJobs" | "deadMails"; count: number }
  | { code: "lateJobs"; minutes: number }
  | { code: "littleDisk"; free: number }
  | { code: "manyConnections"; used: number; limit: number };

const limits = {
  /** seconds that a due job may wait: workers look every second, a sweep may take minutes */
  wait: 600,
  /** below a twentieth of the disk, or less than two of the largest uploads that are usual */
  diskShare: 0.05,
  diskBytes: 2 * 1024 ** 3,
  connectionShare: 0.8,
};

/** What stands out in the state of the portal, gravest first. */
export function warningsOf({
  figures,
  disk,
  usesObjectStore,
  mailIsSent,
  scanner,
}: PortalState): StateWarning[] {
  const { jobs, mails, workers, database } = figures;
  const warnings: StateWarning[] = [];
  if (workers === 0) warnings.push({ code: "noWorker" });
  if (jobs.dead > 0) warnings.push({ code: "deadJobs", count: jobs.dead });
  if (mails.dead > 0) warnings.push({ code: "deadMails", count: mails.dead });
  if (jobs.oldestDue > limits.wait) {
    warnings.push({ code: "lateJobs", minutes: Math.floor(jobs.oldestDue / 60) });
  }
  const isShort = disk && (disk.free < disk.size * limits.diskShare || disk.free < limits.diskBytes);
  if (isShort && !usesObjectStore) warnings.push({ code: "littleDisk", free: disk.free });
  if (database.connections > database.connectionLimit * limits.connectionShare) {
    const { connections: used, connectionLimit: limit } = database;
    warnings.push({ code: "manyConnections", used, limit });
  }
  if (scanner === "away") warnings.push({ code: "scannerGone" });
  if (!mailIsSent) warnings.push({ code: "mailKept" });
  return warnings;
}
