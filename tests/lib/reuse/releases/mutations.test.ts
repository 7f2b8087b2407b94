import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type DomainError, NotFoundError } from "@/lib/platform/errors";
import { withdrawItem } from "@/lib/reuse/mutations";
import { beginsDownload } from "@/lib/reuse/releases/counting";
import { countDownload, releaseVersion } from "@/lib/reuse/releases/mutations";
import { findLibraryState, getPublishable, getReleasedFile } from "@/lib/reuse/releases/queries";
import { denied } from "@/tests/support/denied";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aMaterial, anItem, aVersion, itemRow } from "@/tests/support/reuse-factories";

let group: WorkingGroup;
let kept: Awaited<ReturnType<typeof anItem>>;
let gone: Awaited<ReturnType<typeof anItem>>;
const visitor = visitorActor(moment);
beforeAll(async () => {
  group = await aWorkingGroup();
  kept = await anItem(group);
  gone = await anItem(group);
  await withdrawItem(group.coordinator, { id: gone.id, version: 1, reason: "RIGHTS", note: "" });
});

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as DomainError,
  );
const first = (item: { releases: { id: string }[] }) => item.releases[0]?.id ?? "";

describe("a new release", () => {
  test("gives a newer version beside those before it", async () => {
    const item = await anItem(group);
    const versionId = await aVersion(group, item.material.id, 2);
    await releaseVersion(group.coordinator, { id: item.id, version: 1, versionId, note: "Con gli allegati" });
    expect(await itemRow(item.id)).toMatchObject({
      version: 2,
      releases: [{ number: 1 }, { number: 2, versionId, note: "Con gli allegati" }],
    });
    expect(await getReleasedFile(visitor, first(item))).toMatchObject({ mimeType: "application/pdf" });
    const [, event] = await db.event.findMany({ where: { subjectId: item.id }, orderBy: { seq: "asc" } });
    expect(event).toMatchObject({ kind: "reuse.released", data: { number: 2, versionNumber: 2 } });
  });

  test("of two at once one wins, and numbers leave no gap", async () => {
    const item = await anItem(group);
    const [second, third] = [
      await aVersion(group, item.material.id, 2),
      await aVersion(group, item.material.id, 3),
    ];
    const results = await Promise.all(
      [second, third].map((versionId) =>
        refusal(releaseVersion(group.coordinator, { id: item.id, version: 1, versionId, note: "" })),
      ),
    );
    expect(results.map((one) => one?.code ?? "done").sort()).toEqual(["done", "stale"]);
    expect((await itemRow(item.id)).releases.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("is never an older version, another document's, or of a withdrawn item", async () => {
    const item = await anItem(group);
    const stamp = { id: item.id, version: 1, note: "" };
    const same = { ...stamp, versionId: item.material.versionId };
    expect((await refusal(releaseVersion(group.coordinator, same)))?.code).toBe("reuse.notNewer");
    const foreign = { ...stamp, versionId: kept.material.versionId };
    expect((await refusal(releaseVersion(group.coordinator, foreign)))?.code).toBe("chooseOne");
    const versionId = await aVersion(group, gone.material.id, 2);
    const late = { id: gone.id, version: 2, versionId, note: "" };
    expect((await refusal(releaseVersion(group.coordinator, late)))?.code).toBe("reuse.withdrawn");
  });

  denied("releaseVersion", "to an expert", () =>
    releaseVersion(group.expert, { id: kept.id, version: 1, versionId: kept.material.versionId, note: "" }),
  );
});

describe("counting", () => {
  test("loses none of many at once, and writes down nothing else", async () => {
    const item = await anItem(group);
    const events = await db.event.count();
    await Promise.all(Array.from({ length: 25 }, () => countDownload(visitor, first(item))));
    expect((await itemRow(item.id)).releases).toMatchObject([{ downloads: 25 }]);
    expect(await db.event.count()).toBe(events);
  });

  denied("countDownload", "of what was withdrawn", () => countDownload(visitor, first(gone)));

  test("what was withdrawn is not given either", async () => {
    expect(await refusal(getReleasedFile(visitor, first(gone)))).toBeInstanceOf(NotFoundError);
  });

  test.each([
    ["GET", null, true],
    ["HEAD", null, false],
    ["GET", "bytes=0-", true],
    ["GET", "bytes=0-99", true],
    ["GET", "bytes=100-", false],
    ["GET", "bytes=-100", false],
    ["GET", "bytes=5000-", false],
    ["HEAD", "bytes=0-", false],
  ])("%s %s counts: %s", (method, range, counts) => {
    const headers = new Headers(range ? { range } : {});
    expect(beginsDownload({ method, headers }, 1_000)).toBe(counts);
  });
});

describe("the step into the library", () => {
  test("is offered to who may take it, once", async () => {
    const material = await aMaterial(group);
    expect(await findLibraryState(group.coordinator, material.id)).toEqual({ kind: "publishable" });
    expect(await findLibraryState(group.expert, material.id)).toEqual({ kind: "none" });
    expect(await findLibraryState(group.coordinator, kept.material.id)).toEqual({
      kind: "item",
      id: kept.id,
    });
    const { slug } = group.programme;
    expect(await getPublishable(group.coordinator, slug, material.id)).toMatchObject({
      version: { id: material.versionId, number: 1 },
    });
    expect(await refusal(getPublishable(group.coordinator, slug, kept.material.id))).toBeInstanceOf(
      NotFoundError,
    );
    expect(await refusal(getPublishable(group.staff, slug, material.id))).toBeInstanceOf(NotFoundError);
  });
});
