import type { IncomingMessage, ServerResponse } from "node:http";
import type { Coding, Packed } from "@/lib/platform/page-cache/pack";

/** Sends a packed answer in the form that the client takes, or says that it has it already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { packed, found }: { packed: Packed; found: "hit" | "miss" },
): void {
  const coding = chosenCoding(request.headers["accept-encoding"]?.toString() ?? "", packed.bodies);
  const body = packed.bodies[coding] ?? packed.bodies.identity;
  const headers: Record<string, string | number> = { ...packed.headers, "x-cache": found };
  if (packed.status === 200) {
    headers.etag = `"${packed.hash}-${coding}"`;
    if (hasIt(request.headers["if-none-match"], headers.etag)) {
      delete headers["content-type"];
      response.writeHead(304, headers).end();
      return;
    }
  }
  if (coding !== "identity") headers["content-encoding"] = coding;
  headers["content-length"] = body.length;
  response.writeHead(packed.status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The smallest form that Accept-Encoding allows. */
export function chosenCoding(accepted: string, bodies: Partial<Record<Coding, unknown>>): Coding {
  const refused = /;\s*q=0(?:\.0*)?$/;
  const named = new Set(
    accepted
      .toLowerCase()
      .split(",")
      .map((part) => part.trim())
      .filter((part) => !refused.test(part))
      .map((part) => part.replace(/\s*;.*$/, "")),
  );
  return (["br", "gzip"] as const).find((coding) => bodies[coding] && named.has(coding)) ?? "identity";
}

function hasIt(known: string | undefined, etag: string): boolean {
  return known?.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, ""))) ?? false;
}
