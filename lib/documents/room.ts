import { DomainError } from "@/lib/platform/errors";

/** Bytes that a space may hold and holds. */
export type Room = { quotaBytes: bigint; usedBytes: bigint };

/**
 * Refuses what does not fit into a space, with what is free, in megabytes, at the field of the form that it came by.
 * @throws DomainError documents.spaceFull
 */
export function assertRoom({ quotaBytes, usedBytes }: Room, size: number, field = "file"): void {
  const free = Number(quotaBytes - usedBytes);
  if (size > free)
    throw new DomainError("documents.spaceFull", { free: megabytes(free), size: megabytes(size) }, field);
}

// Small figures are not rounded away: "0,01 MB".
const megabytes = (bytes: number) => Math.floor(bytes / 1e4) / 100 || bytes / 1e6;
