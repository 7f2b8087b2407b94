import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { grantExtension } from "@/lib/documents/deliverables/extensions/mutations";
import { makeReceiptOf } from "@/lib/documents/deliverables/jobs";
import { addDraft } from "@/lib/documents/deliverables/mutations";
import { makeRegisterOf } from "@/lib/documents/deliverables/register/jobs";
import { decideReview, lockDeliverable, openReview } from "@/lib/documents/deliverables/review/mutations";
import { addDocument } from "@/lib/documents/mutations";
import { makeDossier } from "@/lib/dossier/export";
import { findDossierFigures } from "@/lib/dossier/queries";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { packBundle } from "@/lib/platform/bundle/pack";
import { ForbiddenError } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/routing";
import { makePdfOf } from "@/lib/sessions/minutes/approval/jobs";
import { actorFor, later } from "@/tests/support/actors";
import {
  aDeliverable,
  aFile,
  aMaterial,
  aWorkingGroup,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { approvedMinutes } from "@/tests/support/minutes-factories";
import { storeNamedFiles } from "@/tests/support/stored-files";
import { filesIn, sha256Of, sumsIn, tableIn } from "@/tests/support/zip-reader";

let group: WorkingGroup;
const system = systemActor("tests", moment);
const nextDay = new Date(moment.getTime() + 86_400_000);

beforeAll(async () => {
  group = await aWorkingGroup();
  const { coordinator, expert, referent, otherReferent, programme } = group;
  await aMaterial(group, "Linee guida");
  await addDocument(
    otherReferent,
    { programme: programme.slug, body: group.second.id, kind: "INFORMATION", title: "Recapiti", note: "" },
    aFile("recapiti.pdf"),
  );
  const row = await aDeliverable(group, "Piano");
  await grantExtension(coordinator, {
    id: row.id,
    version: row.version,
    newDueDay: "2026-04-10",
    reason: "Fermo dei sistemi",
  });
  const submitted = await sent(group, row.id, referent, "piano.pdf");
  await makeReceiptOf(system, { submissionId: submitted.submissions[0]?.id ?? "" });
  await openReview(expert, submitted);
  const read = await reload({ id: row.id });
  await decideReview(coordinator, {
    id: row.id,
    version: read.version,
    versionId: read.reviewVersionId ?? "",
    decision: "APPROVED",
    comment: "Completo, si approva",
  });
  await lockDeliverable(coordinator, { id: row.id, version: (await reload({ id: row.id })).version });
  await makeRegisterOf(system, { deliverableId: row.id });
  const draft = await aDeliverable(group, "Relazione");
  await addDraft(referent, { deliverable: draft.id, number: 1, note: "" }, aFile("bozza segreta.pdf"));
  const minutes = await approvedMinutes(group as never);
  await makePdfOf(system, { sessionId: minutes.id, round: 1 });
  await storeNamedFiles();
});

async function taken(actor: Actor, locale: Locale = "it") {
  const { bundle } = await makeDossier(later(actor, nextDay), group.programme.slug, locale);
  return filesIn(await buffer(await packBundle(bundle)));
}

describe("a programme's official file", () => {
  test("holds the spaces, what was sent with its receipt and register, and approved minutes", async () => {
    const files = await taken(group.coordinator);
    const { first, second } = group;
    const deliverable = `Enti/${first.shortName}/Consegne/01 Piano`;
    const receipt = [...files.keys()].find((path) => path.includes("ricevuta-"));
    expect([...files.keys()].filter((path) => path.includes("/")).toSorted()).toEqual(
      [
        "Spazio comune/Materiale di studio/Linee guida, versione 1.pdf",
        `Enti/${second.shortName}/Informazione utile/recapiti, versione 1.pdf`,
        `${deliverable}/piano, versione 1.pdf`,
        receipt,
        `${deliverable}/registro-consegna-1.pdf`,
        expect.stringMatching(/^Verbali\/2026-03-10 .* - proposta 1\.pdf$/),
      ].toSorted(),
    );
    expect(receipt?.startsWith(`${deliverable}/ricevuta-2026-`)).toBe(true);
    expect([...files.keys()].filter((path) => !path.includes("/"))).toEqual([
      "registro-versioni.csv",
      "registro-decisioni.csv",
      "richieste.csv",
      "consegne.csv",
      "incontri.csv",
      "indice.csv",
      "indice.html",
      "SHA256SUMS",
    ]);
    for (const [path, sum] of sumsIn(files)) expect(sum, path).toBe(sha256Of(files.get(path) ?? ""));
    expect(
      files
        .get(receipt ?? "")
        ?.subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  test("has a register that names who decided what, when, on which version, with the comment", async () => {
    const rows = tableIn(await taken(group.coordinator), "registro-decisioni.csv").slice(1);
    expect(rows.map((row) => [row[1], row[3], row[4], row[9]])).toEqual([
      ["Piano", "Proroga", "", "Bloccata"],
      ["Piano", "Invio", "1", "Bloccata"],
      ["Piano", "Approvazione", "1", "Bloccata"],
      ["Piano", "Blocco", "", "Bloccata"],
    ]);
    expect(rows[2]?.[8]).toBe("Completo, si approva");
    expect(rows[0]?.[8]).toContain("Fermo dei sistemi");
  });

  test("holds no draft of a body, not even its name", async () => {
    for (const reader of [group.coordinator, group.expert, group.observer]) {
      const files = await taken(reader);
      for (const [path, bytes] of files)
        expect(path.endsWith(".pdf") ? path : bytes.toString(), path).not.toContain("bozza segreta");
      expect(tableIn(files, "consegne.csv").map((row) => row[1])).toContain("Relazione");
    }
  });

  test("holds none for a coordinator either who works for that body", async () => {
    const { programme, first, coordinator } = group;
    const both = actorFor(coordinator.personId, [
      { role: "COORDINATOR", programmeId: programme.id },
      { role: "STAFF", programmeId: programme.id, organisationId: first.id },
    ]);
    const files = await taken(both);
    expect([...files.keys()].join()).not.toContain("bozza segreta");
    expect(files.get("registro-versioni.csv")?.toString()).not.toContain("bozza segreta");
  });

  test("lists requests with their terms and the sessions, without what is about the reader", async () => {
    const files = await taken(group.observer);
    expect(tableIn(files, "richieste.csv").slice(1)).toEqual([
      expect.arrayContaining(["1", "Piano", "2026-03-27 23:59", "2026-03-31 23:59", "tutti gli enti"]),
      expect.arrayContaining(["2", "Relazione"]),
    ]);
    const [headers, ...sessions] = tableIn(files, "incontri.csv");
    expect(headers?.at(-1)).toBe("Chi lo vede");
    expect(sessions).toHaveLength(1);
  });

  test("speaks English too", async () => {
    const files = await taken(group.expert, "en");
    expect([...files.keys()]).toContain("Common space/Study material/Linee guida, version 1.pdf");
    expect(tableIn(files, "registro-decisioni.csv")[1]?.[3]).toBe("Extension");
  });

  test("is closed to bodies, to people of other programmes and to visitors", async () => {
    const { referent, staff, otherReferent, outsider, administrator } = group;
    for (const actor of [referent, staff, otherReferent, outsider, administrator, visitorActor(moment)]) {
      await expect(makeDossier(actor, group.programme.slug, "it")).rejects.toThrow(ForbiddenError);
      expect(await findDossierFigures(actor, group.programme.id)).toBeNull();
    }
  });

  test("is about as large as was said before", async () => {
    const files = await taken(group.coordinator);
    const figures = await findDossierFigures(group.coordinator, group.programme.id);
    expect(figures?.files).toBe([...files.keys()].filter((path) => path.includes("/")).length);
    expect(figures?.bytes).toBe("Linee guida.pdf".length + "recapiti.pdf".length + "piano.pdf".length);
  });
});
