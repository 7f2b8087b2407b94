import { beforeAll, describe, expect, test } from "vitest";
import { addDocument, addVersion } from "@/lib/documents/mutations";
import { readersList } from "@/lib/documents/reading/export";
import { acknowledge, recordOpening, recordOpenings } from "@/lib/documents/reading/mutations";
import { findOwnReading, getReaders } from "@/lib/documents/reading/queries";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aFile,
  aMaterial,
  aWorkingGroup,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { exported } from "@/tests/support/exported";
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});
const minutes = (count: number) => new Date(moment.getTime() + count * 60_000);

describe("opening", () => {
  test("keeps the first and the last time and the version, once a minute", async () => {
    const { id, versionId } = await aMaterial(group);
    await recordOpening(group.staff, versionId);
    await recordOpening(later(group.staff, new Date(moment.getTime() + 20_000)), versionId);
    const where = { documentId: id };
    expect(await db.documentReading.findMany({ where })).toMatchObject([
      { personId: group.staff.personId, firstAt: moment, lastAt: moment, lastVersion: 1 },
    ]);
    await addVersion(group.coordinator, { document: id, number: 2, note: "" }, aFile("due.pdf"));
    const second = await db.documentVersion.findFirstOrThrow({ where: { ...where, number: 2 } });
    await recordOpening(later(group.staff, minutes(5)), second.id);
    expect(await db.documentReading.findMany({ where })).toMatchObject([
      { firstAt: moment, lastAt: minutes(5), lastVersion: 2 },
    ]);
  });

  test("of a deliverable, by a visitor or by somebody who has no part in the programme is not kept", async () => {
    const row = await sent(group, (await aDeliverable(group, "Non materiale")).id);
    await recordOpening(group.expert, row.submissions[0]?.versionId ?? "");
    const { id, versionId } = await aMaterial(group, "Pubblico");
    await db.document.update({ where: { id }, data: { isPublic: true } });
    await recordOpening(visitorActor(moment), versionId);
    await recordOpening(group.outsider, versionId);
    expect(
      await db.documentReading.count({ where: { documentId: { in: [id, row.documentId ?? ""] } } }),
    ).toBe(0);
  });
});

test("an acknowledgement names the version that was opened, and can be given anew for a newer one", async () => {
  const { id, versionId } = await aMaterial(group, "Da dichiarare");
  await expect(acknowledge(group.referent, { id })).rejects.toMatchObject({ code: "deliverables.openFirst" });
  await recordOpening(group.referent, versionId);
  await acknowledge(group.referent, { id });
  expect(await findOwnReading(group.referent, id)).toMatchObject({
    acknowledgedAt: moment,
    acknowledgedVersion: 1,
  });
  expect(await findOwnReading(group.staff, id)).toBeNull();
  expect(await db.event.count({ where: { kind: "documents.acknowledged", subjectId: id } })).toBe(1);
});

describe("who has opened", () => {
  test("is told to those who read all bodies, person by person, those who have not as well", async () => {
    const { id, versionId } = await aMaterial(group, "Letture");
    await recordOpening(group.staff, versionId);
    const { rows } = await getReaders(group.observer, id);
    const standing = new Map(rows.map((row) => [row.key.split(" ")[1], row.reading?.firstAt ?? null]));
    expect(standing).toEqual(
      new Map([
        [group.staff.personId, moment],
        [group.referent.personId, null],
        [group.otherReferent.personId, null],
      ]),
    );
    await expect(getReaders(group.referent, id)).rejects.toThrow(ForbiddenError);
    await expect(getReaders(group.outsider, id)).rejects.toThrow(NotFoundError);
    const file = await exported(readersList, group.coordinator, { document: id });
    expect(file.rows).toHaveLength(3);
    expect(readersList.isPersonal).toBe(true);
  });

  test("of a document of one body's space is asked of that body alone", async () => {
    const { id } = await addDocument(
      group.staff,
      {
        programme: group.programme.slug,
        kind: "EXCHANGE_MATERIAL",
        title: "Nostro",
        note: "",
        body: group.first.id,
      },
      aFile("nostro.pdf"),
    );
    const { rows } = await getReaders(group.expert, id);
    expect(new Set(rows.map((row) => row.body.id))).toEqual(new Set([group.first.id]));
  });
});

describe("who may not", () => {
  let own: { id: string; versionId: string };
  let open: { id: string };
  beforeAll(async () => {
    open = await aMaterial(group, "Per tutti");
    await db.document.update({ where: { id: open.id }, data: { isPublic: true } });
    const { id } = await addDocument(
      group.staff,
      {
        programme: group.programme.slug,
        kind: "EXCHANGE_MATERIAL",
        title: "Privato",
        note: "",
        body: group.first.id,
      },
      aFile("privato.pdf"),
    );
    const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: id } });
    own = { id, versionId: version.id };
  });
  denied("recordOpening", "to another body", () => recordOpening(group.otherReferent, own.versionId));
  denied("recordOpenings", "to another body", () => recordOpenings(group.otherReferent, [own.versionId]));
  denied("acknowledge", "to another body", () => acknowledge(group.otherReferent, { id: own.id }));
  denied("acknowledge", "to who reads it as a visitor does", () =>
    acknowledge(group.outsider, { id: open.id }),
  );
  denied("acknowledge", "to the administrator", () => acknowledge(group.administrator, { id: own.id }));
});
