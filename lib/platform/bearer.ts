import { timingSafeEqual } from "node:crypto";

/** Whether a request shows this token of the settings. How long the answer takes tells nothing of the token. */
export function showsToken({ headers }: { headers: Pick<Headers, "get"> }, wanted: string): boolean {
  const given = Buffer.from(headers.get("authorization") ?? "");
  const right = Buffer.from(`Bearer ${wanted}`);
  return given.length === right.length && timingSafeEqual(given, right);
}
