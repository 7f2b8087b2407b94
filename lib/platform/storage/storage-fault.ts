import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

const full = ["ENOSPC", "EDQUOT"];
const away = [
  "EROFS",
  "EEXIST",
  "EACCES",
  "EPERM",
  "EIO",
  "ENOENT",
  "ENOTDIR",
  "ENODEV",
  "ESTALE",
  "EMFILE",
  "ENFILE",
];

/**
 * What people are told when files cannot be written: the cause is in the log, for whoever looks after the disk.
 * @returns DomainError "portal.storageFull" or "portal.storageAway"; any other error as it is
 */
export function storageFault(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  const isFull = full.includes(code);
  if (!isFull && !away.includes(code)) return error;
  log.error({ err: error }, isFull ? "no room for files" : "files cannot be written");
  return new DomainError(isFull ? "portal.storageFull" : "portal.storageAway", {}, undefined, {
    cause: error,
  });
}
