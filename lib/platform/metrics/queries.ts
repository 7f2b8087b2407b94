import "server-only";
import { Gauge, Registry } from "prom-client";
import type { Actor } from "@/lib/platform/actor";
import { authorise } from "@/lib/platform/errors";
import { type LiveFigures, liveFigures } from "@/lib/platform/live/figures";
import { metrics } from "@/lib/platform/metrics/requests";
import { type PageCacheFigures, pageCacheFigures } from "@/lib/platform/page-cache/figures";
import { canSeeState } from "@/lib/platform/state/policy";
import { type PortalFigures, readFigures } from "@/lib/platform/state/queries";

/**
 * What the portal tells a Prometheus: the answering process's own figures and those of the whole portal.
 * Without a database the process still speaks, and `sperimenta_database_up` is 0.
 */
export async function readMetrics(actor: Actor): Promise<{ text: string; contentType: string }> {
  authorise(canSeeState(actor), "metrics");
  const figures = await readFigures(actor).catch(() => null);
  const portal = new Registry();
  gauge(portal, "sperimenta_database_up", "Whether the database answers", [[figures ? 1 : 0]]);
  if (figures) tell(portal, figures);
  tellOfPages(portal, pageCacheFigures());
  tellOfStreams(portal, liveFigures());
  const { registry } = metrics();
  return {
    text: await Registry.merge([registry, portal]).metrics(),
    contentType: registry.contentType,
  };
}

function tell(registry: Registry, { jobs, mails, workers, signIns, storage, database }: PortalFigures): void {
  const { oldestDue, ...jobsIn } = jobs;
  const { oldestQueued, ...mailsIn } = mails;
  gauge(registry, "sperimenta_jobs", "Jobs of the queue by state", byState(jobsIn));
  gauge(registry, "sperimenta_jobs_oldest_due_seconds", "How long the oldest job is overdue", [[oldestDue]]);
  gauge(registry, "sperimenta_mails", "Mails of the outbox by state", byState(mailsIn));
  gauge(registry, "sperimenta_mails_oldest_queued_seconds", "Age of the oldest queued mail", [
    [oldestQueued],
  ]);
  gauge(registry, "sperimenta_workers", "Workers that were seen lately", [[workers]]);
  gauge(registry, "sperimenta_sign_ins", "Sign-ins that hold", [[signIns]]);
  gauge(registry, "sperimenta_stored_objects", "Stored files", [[storage.objects]]);
  gauge(registry, "sperimenta_stored_bytes", "Bytes of stored files", [[storage.bytes]]);
  gauge(registry, "sperimenta_database_bytes", "Size of the database", [[database.bytes]]);
  gauge(registry, "sperimenta_database_connections", "Connections to the database", [[database.connections]]);
}

function tellOfPages(registry: Registry, pages: PageCacheFigures): void {
  const { hits, misses, unkept, purges, entries, bytes, isHearing } = pages;
  const counts = byState({ hits, misses, unkept, purges });
  gauge(
    registry,
    "sperimenta_page_cache",
    "Public pages from memory, made, not kept, purges since start",
    counts,
  );
  gauge(registry, "sperimenta_page_cache_entries", "Public pages in memory", [[entries]]);
  gauge(registry, "sperimenta_page_cache_bytes", "Bytes of public pages in memory", [[bytes]]);
  gauge(registry, "sperimenta_page_cache_hears", "Whether changes are heard of", [[isHearing ? 1 : 0]]);
}

function tellOfStreams(registry: Registry, { open, isHearing, ...counts }: LiveFigures): void {
  gauge(registry, "sperimenta_live_streams", "Live streams that are open", [[open]]);
  gauge(
    registry,
    "sperimenta_live",
    "Live streams opened, refused, cut and expelled, and events delivered since start",
    byState(counts),
  );
  gauge(registry, "sperimenta_live_hears", "Whether live streams hear of changes", [[isHearing ? 1 : 0]]);
}

type Sample = [value: number, state?: string];

function byState(counts: Record<string, number>): Sample[] {
  return Object.entries(counts).map(([state, count]) => [count, state]);
}

function gauge(registry: Registry, name: string, help: string, samples: Sample[]): void {
  const one = new Gauge({ name, help, labelNames: ["state"], registers: [registry] });
  for (const [value, state] of samples) {
    if (state === undefined) one.set(value);
    else one.set({ state }, value);
  }
}
