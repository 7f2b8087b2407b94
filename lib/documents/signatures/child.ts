// node --import watchdog.mjs --import tsx child.ts <kind> <seconds> <megabytes>: reads a file from its input and writes who
// signed it as JSON. It has no settings, no database and no network address; jobs.ts starts it.

import { buffer } from "node:stream/consumers";
import { UnreadableEnvelopeError } from "@/lib/documents/signatures/cms";
import { readSignatures } from "@/lib/documents/signatures/read";

const bytes = Uint8Array.from(await buffer(process.stdin));
const answer = await readSignatures(bytes, process.argv[2] ?? "").then(
  (signatures) => ({ signatures }),
  (error: unknown) => {
    if (error instanceof UnreadableEnvelopeError) return { unreadable: error.message };
    throw error;
  },
);
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
