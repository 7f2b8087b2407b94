import { systemActor } from "@/lib/platform/actor";
import { showsToken } from "@/lib/platform/bearer";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { readMetrics } from "@/lib/platform/metrics/queries";
import { route } from "@/lib/platform/route";

/** Figures for a Prometheus that shows the token of the settings; without that setting there is no such address. */
export const GET = route({ name: "portal.metrics", audience: ["anyone"] }, async (request) => {
  const wanted = env().METRICS_TOKEN;
  if (!wanted) return new Response(null, { status: 404 });
  if (!showsToken(request, wanted)) {
    return new Response(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
  }
  const { text, contentType } = await readMetrics(systemActor("metrics", now()));
  return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
});
