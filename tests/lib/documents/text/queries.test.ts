import { beforeAll, describe, expect, test } from "vitest";
import { withdrawSubmission } from "@/lib/documents/deliverables/mutations";
import { addDocument, addVersion } from "@/lib/documents/mutations";
import { getComparison, getImage, getPreview } from "@/lib/documents/text/queries";
import { removeDocument } from "@/lib/documents/trash/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { aDeliverable, aWorkingGroup, reload, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aTextDocument, aTextDraft, aTextVersion, readAll, stored } from "@/tests/support/text-factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});

const newest = async (documentId: string) =>
  (await db.documentVersion.findFirstOrThrow({ where: { documentId }, orderBy: { number: "desc" } })).id;

async function added(bytes: Uint8Array, filename: string, mimeType: string) {
  const { id } = await addDocument(
    group.coordinator,
    { programme: group.programme.slug, kind: "INFORMATION", title: filename, note: "" },
    await stored(bytes, filename, mimeType),
  );
  await readAll();
  return { id, versionId: await newest(id) };
}

describe("the preview of a version", () => {
  test("shows its text, and of a long one the beginning", async () => {
    const id = await aTextDocument(group, "Testo breve");
    const preview = await getPreview(group.staff, id, await newest(id));
    expect(preview).toMatchObject({ kind: "text", shown: { text: "Testo breve", isAll: true, html: null } });
    const long = await aTextDocument(group, "parola ".repeat(10_000));
    const beginning = await getPreview(group.staff, long, await newest(long));
    expect(beginning.shown?.isAll).toBe(false);
    expect(beginning.shown?.text.length).toBe(30_000);
  });

  test("renders Markdown as the forum does: nothing in it runs", async () => {
    const text = "# Titolo\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) **forte**";
    const { id, versionId } = await added(Buffer.from(text), "nota.md", "text/markdown; charset=utf-8");
    const { kind, shown } = await getPreview(group.staff, id, versionId);
    expect(kind).toBe("markdown");
    expect(shown?.html).toContain("<strong>forte</strong>");
    expect(shown?.html).not.toMatch(/script/i);
  });

  test("says that there is no text before it was read", async () => {
    const { id } = await addDocument(
      group.coordinator,
      { programme: group.programme.slug, kind: "INFORMATION", title: "x", note: "" },
      await stored(Buffer.from(`non ancora ${Math.random()}`)),
    );
    expect((await getPreview(group.staff, id, await newest(id))).shown).toMatchObject({
      facts: { state: "WAITING" },
      text: "",
    });
  });

  test.each(["WAITING", "INFECTED"] as const)("shows nothing of a file that is %s", async (scan) => {
    const id = await aTextDocument(group, `segreto ${scan}`);
    const versionId = await newest(id);
    const { objectSha256: sha256 } = await db.documentVersion.findUniqueOrThrow({ where: { id: versionId } });
    await db.storedObject.update({
      where: { sha256 },
      data: { scan, threat: scan === "INFECTED" ? "x" : null },
    });
    const preview = await getPreview(group.coordinator, id, versionId);
    expect(preview).toMatchObject({ kind: "none", shown: null });
    expect(JSON.stringify(preview, (_key, value) => (typeof value === "bigint" ? 0 : value))).not.toContain(
      "segreto",
    );
    expect((await getComparison(group.coordinator, id)).versions).toEqual([]);
  });

  test("is for those who may read the version, and of its own document", async () => {
    const deliverable = await aDeliverable(group, "Con bozza");
    const versionId = await aTextDraft(deliverable.id, group.staff, "bozza riservata");
    const documentId = (await reload({ id: deliverable.id })).documentId ?? "";
    expect((await getPreview(group.referent, documentId, versionId)).shown?.text).toBe("bozza riservata");
    const others = [
      group.coordinator,
      group.expert,
      group.otherReferent,
      group.outsider,
      visitorActor(moment),
    ];
    for (const who of others)
      await expect(getPreview(who, documentId, versionId)).rejects.toThrow(NotFoundError);
    const other = await aTextDocument(group, "altro");
    await expect(getPreview(group.referent, other, versionId)).rejects.toThrow(NotFoundError);
  });

  test("ends with the document", async () => {
    const id = await aTextDocument(group, "da togliere");
    const versionId = await newest(id);
    await removeDocument(group.coordinator, { id, version: 1 });
    await expect(getPreview(group.coordinator, id, versionId)).rejects.toThrow(NotFoundError);
  });
});

describe("a picture of a page", () => {
  const png = Buffer.from("iVBORw0KGgo=", "base64");

  test("is a PNG or JPEG that the actor may read, and no other file", async () => {
    const image = await added(png, "foto.png", "image/png");
    expect(await getImage(group.staff, image.versionId)).toMatchObject({ mimeType: "image/png" });
    await expect(getImage(group.outsider, image.versionId)).rejects.toThrow(NotFoundError);
    for (const [name, kind] of [
      ["pagina.html", "text/html"],
      ["disegno.svg", "image/svg+xml"],
      ["testo.pdf", "application/pdf"],
    ] as const) {
      const { versionId } = await added(Buffer.from(`<svg/> ${name}`), name, kind);
      await expect(getImage(group.coordinator, versionId)).rejects.toThrow(NotFoundError);
    }
  });

  test("is withheld while the scanner has not looked", async () => {
    const { versionId } = await added(Buffer.concat([png, Buffer.from("2")]), "altra.png", "image/png");
    const { objectSha256: sha256 } = await db.documentVersion.findUniqueOrThrow({ where: { id: versionId } });
    await db.storedObject.update({ where: { sha256 }, data: { scan: "WAITING" } });
    await expect(getImage(group.coordinator, versionId)).rejects.toThrow(NotFoundError);
  });
});

describe("a comparison", () => {
  test("says what differs between two versions, either way", async () => {
    const id = await aTextDocument(group, "Scadenza il 3 marzo");
    await aTextVersion(group, id, 2, "Scadenza il 9 aprile");
    const { compared } = await getComparison(group.staff, id, 1, 2);
    expect(compared).toMatchObject({ is: "compared", isCut: false, comparison: { added: 7, removed: 6 } });
    expect((await getComparison(group.staff, id, 2, 1)).compared).toMatchObject({
      comparison: { added: 6, removed: 7 },
    });
    expect((await getComparison(group.staff, id, 2, 2)).compared).toEqual({ is: "sameFile" });
    expect((await getComparison(group.staff, id)).compared).toBeNull();
    await expect(getComparison(group.staff, id, 1, 3)).rejects.toThrow(NotFoundError);
  });

  test("says which text is missing", async () => {
    const id = await aTextDocument(group, "C’è un testo");
    const { sha256, ...file } = await stored(Buffer.from("%PDF-1.7 no"), "rotto.pdf", "application/pdf");
    await addVersion(group.coordinator, { document: id, number: 2, note: "" }, { sha256, ...file });
    await readAll();
    expect((await getComparison(group.staff, id, 1, 2)).compared).toMatchObject({
      is: "noText",
      of: [{ number: 2, facts: { state: "FAILED", reason: "damaged" } }],
    });
  });

  test("of a deliverable is made of the versions that the actor may read", async () => {
    const deliverable = await aDeliverable(group, "Due versioni");
    await aTextDraft(deliverable.id, group.referent, "prima bozza nascosta");
    await aTextDraft(deliverable.id, group.referent, "seconda inviata", { isSent: true });
    const { documentId } = await reload({ id: deliverable.id });
    const id = documentId ?? "";
    expect((await getComparison(group.staff, id, 1, 2)).compared).toMatchObject({ is: "compared" });
    await expect(getComparison(group.expert, id, 1, 2)).rejects.toThrow(NotFoundError);
    expect((await getComparison(group.expert, id)).versions.map(({ number }) => number)).toEqual([2]);
    await expect(getComparison(group.otherReferent, id)).rejects.toThrow(NotFoundError);
    const { version } = await reload({ id: deliverable.id });
    await withdrawSubmission(group.referent, { id: deliverable.id, version });
    await expect(getComparison(group.expert, id)).rejects.toThrow(NotFoundError);
  });
});
