import { expect, test } from "vitest";
import type { PortalState } from "@/lib/platform/state/queries";
import { warningsOf } from "@/lib/platform/state/warnings";

const gigabyte = 1024 ** 3;

const fine: PortalState = {
  figures: {
    jobs: { waiting: 3, running: 1, failed: 0, dead: 0, oldestDue: 5 },
    mails: { queued: 1, failed: 0, dead: 0, kept: 0, oldestQueued: 5 },
    workers: 1,
    signIns: 12,
    storage: { objects: 40, bytes: 9 * gigabyte, unscanned: 0, infected: 0 },
    database: { bytes: gigabyte, connections: 14, connectionLimit: 100 },
  },
  versions: { portal: "1", build: "b", node: "20", database: "18", migration: null, migrations: 0 },
  process: { pid: 1, uptime: 60, memory: gigabyte },
  disk: { free: 60 * gigabyte, size: 100 * gigabyte },
  usesObjectStore: false,
  mailIsSent: true,
  scanner: "none",
};

const withFigures = (figures: Partial<PortalState["figures"]>): PortalState => ({
  ...fine,
  figures: { ...fine.figures, ...figures },
});

test("a portal in order warns of nothing", () => {
  expect(warningsOf(fine)).toEqual([]);
});

test.each<[string, PortalState, object[]]>([
  ["a scanner that is away", { ...fine, scanner: "away" }, [{ code: "scannerGone" }]],
  ["no worker", withFigures({ workers: 0 }), [{ code: "noWorker" }]],
  [
    "stopped jobs",
    withFigures({ jobs: { ...fine.figures.jobs, dead: 2 } }),
    [{ code: "deadJobs", count: 2 }],
  ],
  [
    "undeliverable mail",
    withFigures({ mails: { ...fine.figures.mails, dead: 1 } }),
    [{ code: "deadMails", count: 1 }],
  ],
  [
    "a job due for eleven minutes",
    withFigures({ jobs: { ...fine.figures.jobs, oldestDue: 660 } }),
    [{ code: "lateJobs", minutes: 11 }],
  ],
  [
    "a disk that is nearly full",
    { ...fine, disk: { free: 4 * gigabyte, size: 100 * gigabyte } },
    [{ code: "littleDisk", free: 4 * gigabyte }],
  ],
  [
    "a small disk with less than two gigabytes",
    { ...fine, disk: { free: gigabyte, size: 10 * gigabyte } },
    [{ code: "littleDisk", free: gigabyte }],
  ],
  [
    "many connections",
    withFigures({ database: { ...fine.figures.database, connections: 81 } }),
    [{ code: "manyConnections", used: 81, limit: 100 }],
  ],
  ["mail that stays here", { ...fine, mailIsSent: false }, [{ code: "mailKept" }]],
])("%s", (_name, state, warnings) => {
  expect(warningsOf(state)).toEqual(warnings);
});

test("a full disk of the portal is no matter when files lie in an object store", () => {
  expect(warningsOf({ ...fine, disk: { free: 0, size: gigabyte }, usesObjectStore: true })).toEqual([]);
});
