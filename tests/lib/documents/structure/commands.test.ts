import { beforeAll, describe, expect, test } from "vitest";
import { addDocument } from "@/lib/documents/mutations";
import { copyStructure } from "@/lib/documents/structure/commands";
import { db } from "@/lib/platform/db";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aDocumentIn,
  aFile,
  aFolder,
  aWorkingGroup,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { aProgramme } from "@/tests/support/factories";

test("a new edition gets requests, folders and materials, by reference to the same bytes, and nothing that bodies did", async () => {
  const source = await aWorkingGroup();
  const outer = await aFolder(source, "Incontri");
  const inner = await aFolder(source, "Avvio", { parent: outer });
  const manual = { kind: "STUDY_MATERIAL", title: "Manuale", note: "", folder: inner } as const;
  await addDocument(
    source.coordinator,
    { ...manual, programme: source.programme.slug },
    aFile("manuale.pdf"),
  );
  await aDocumentIn(source, "Scambio", { by: source.referent });
  const { requestId } = await aDeliverable(source, "Relazione finale");
  const target = await aProgramme();
  const coordinator = await actorAs("COORDINATOR", { programmeId: target.id });
  const dueAt = new Date("2027-04-30T21:59:59Z");
  await db.$transaction((tx) =>
    copyStructure(tx, coordinator, {
      from: source.programme.id,
      to: target.id,
      due: new Map([[requestId, { dueAt, cutOffAt: null }]]),
    }),
  );
  expect(
    await db.deliverableRequest.findMany({
      where: { programmeId: target.id },
      select: { title: true, dueAt: true },
    }),
  ).toEqual([{ title: "Relazione finale", dueAt }]);
  const documents = await db.document.findMany({
    where: { space: { programmeId: target.id } },
    select: {
      title: true,
      versions: { select: { objectSha256: true } },
      folder: { select: { name: true, depth: true, parent: { select: { name: true } } } },
    },
  });
  expect(documents).toEqual([
    {
      title: "Manuale",
      versions: [{ objectSha256: aFile("manuale.pdf").sha256 }],
      folder: { name: "Avvio", depth: 2, parent: { name: "Incontri" } },
    },
  ]);
  expect(await db.deliverable.count({ where: { request: { programmeId: target.id } } })).toBe(0);
});

describe("who may not", () => {
  let group: WorkingGroup;
  beforeAll(async () => {
    group = await aWorkingGroup();
  });
  denied("copyStructure", "to the coordinator of another programme", () =>
    db.$transaction((tx) =>
      copyStructure(tx, group.outsider, { from: group.programme.id, to: group.programme.id, due: new Map() }),
    ),
  );
});
