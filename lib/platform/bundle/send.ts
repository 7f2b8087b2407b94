import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Bundle } from "@/lib/platform/bundle/bundle";
import { packBundle } from "@/lib/platform/bundle/pack";
import { takePlace } from "@/lib/platform/bundle/places";
import { ForbiddenError } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/rate-limit";
import { type NewRead, recordRead } from "@/lib/platform/reads";
import { contentDisposition } from "@/lib/platform/storage/file-name";
import { asWebStream } from "@/lib/platform/web-stream";

/** A bundle with the name under which it is saved, and how the log of reads names it. */
export type NamedBundle = { filename: string; subject: NewRead["subject"]; bundle: Bundle };

/**
 * Sends a bundle as a ZIP while it is made; its registers name people, so whoever takes it away stands in the log of reads.
 * The caller's `make` checks the right. How long it will be is not known before: what breaks off is cut, not ended.
 * @throws DomainError "tooManyAttempts", "portal.bundlesRunning", "portal.bundlesFull"
 */
export async function sendBundle(
  request: Request,
  actor: Actor,
  make: () => Promise<NamedBundle>,
): Promise<Response> {
  const { personId } = actor;
  if (personId === null) throw new ForbiddenError("bundle");
  const { filename, subject, bundle } = await make();
  const headers = {
    "content-type": "application/zip",
    "content-disposition": contentDisposition(filename),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store, no-transform",
    "accept-ranges": "none",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  await consume("bundle", personId);
  const leave = takePlace(personId);
  try {
    await recordRead(actor, { subject });
    const stream = await packBundle(bundle);
    stream.once("close", leave);
    return new Response(asWebStream(stream), { headers });
  } catch (error) {
    leave();
    throw error;
  }
}
