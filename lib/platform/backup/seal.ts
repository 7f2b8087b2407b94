import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { BackupError } from "@/lib/platform/backup/format";

// A block of tar: whatever follows the end of the archive is skipped by every program that reads it.
const sealBytes = 512;

function sealOf(digest: string): Buffer {
  const block = Buffer.alloc(sealBytes);
  block.write(`sperimenta-seal sha256 ${digest}\n`);
  return block;
}

/** Adds a last block with the hash of all that came before it. */
export function sealing(): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, sealOf(hash.digest("hex")));
    },
  });
}

/** Takes the last block away again. Ends in a BackupError when a single bit before or in it has changed. */
export function unsealing(): Transform {
  const hash = createHash("sha256");
  let held = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = Buffer.concat([held, chunk]);
      const ready = bytes.subarray(0, Math.max(0, bytes.length - sealBytes));
      held = bytes.subarray(ready.length);
      hash.update(ready);
      done(null, ready);
    },
    flush(done) {
      const isWhole = held.equals(sealOf(hash.digest("hex")));
      done(isWhole ? null : new BackupError("The archive is damaged or was cut: its seal does not fit."));
    },
  });
}
