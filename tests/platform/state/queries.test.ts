import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/queue";
import { readMetrics } from "@/lib/platform/metrics/queries";
import { getPortalState, readFigures } from "@/lib/platform/state/queries";
import { actorAs } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";

let administrator: Actor;
const system = systemActor("metrics", moment);

beforeAll(async () => {
  administrator = await actorAs("ADMINISTRATOR");
  await db.$executeRaw`delete from graphile_worker._private_jobs`;
  await enqueue(db, "sweep", {});
  await enqueue(db, "sweep", {}, { key: "dead" });
  await db.$executeRaw`update graphile_worker._private_jobs set attempts = max_attempts where key = 'dead'`;
  const mail = { template: "people.invitation", locale: "it", toAddress: "a@ente.test", params: {} };
  await db.mail.createMany({
    data: (["QUEUED", "SENT", "DEAD", "DEAD"] as const).map((state, index) => ({
      ...mail,
      state,
      dedupeKey: `state:${index}`,
    })),
  });
  await db.setting.create({ data: { key: "worker:one", value: {} } });
  await db.storedObject.create({ data: { sha256: "a".repeat(64), size: 4096n } });
});

describe("the portal's figures", () => {
  test("count jobs, mails, workers and files", async () => {
    const figures = await readFigures(administrator);
    expect(figures.jobs).toMatchObject({ waiting: 1, running: 0, failed: 0, dead: 1 });
    expect(figures.mails).toMatchObject({ queued: 1, dead: 2, failed: 0, kept: 0 });
    expect(figures.workers).toBe(1);
    expect(figures.storage).toEqual({ objects: 1, bytes: 4096, unscanned: 0, infected: 0 });
    expect(figures.database.bytes).toBeGreaterThan(1_000_000);
    expect(figures.database.connections).toBeGreaterThan(0);
  });

  test("come with versions and the last migration", async () => {
    const { versions, disk } = await getPortalState(administrator);
    expect(versions.database).toMatch(/^\d+/);
    expect(versions.migrations).toBeGreaterThan(0);
    expect(versions.migration?.name).toMatch(/^\d{14}_/);
    expect(disk?.size).toBeGreaterThan(disk?.free ?? 0);
  });

  test("are nobody else's business", async () => {
    const officer = await actorAs("PRIVACY_OFFICER");
    for (const actor of [officer, visitorActor(moment)]) {
      await expect(getPortalState(actor)).rejects.toThrow(ForbiddenError);
      await expect(readMetrics(actor)).rejects.toThrow(ForbiddenError);
    }
  });

  test("are told to a Prometheus", async () => {
    const { text, contentType } = await readMetrics(system);
    expect(contentType).toContain("text/plain");
    expect(text).toContain("sperimenta_database_up 1");
    expect(text).toContain('sperimenta_jobs{state="dead"} 1');
    expect(text).toContain('sperimenta_mails{state="dead"} 2');
    expect(text).toContain("nodejs_eventloop_lag_seconds");
  });
});
