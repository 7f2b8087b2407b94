import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { programmesList } from "@/lib/programmes/catalogue/export";
import { outcomesList } from "@/lib/programmes/outcomes/export";
import { actorAs } from "@/tests/support/actors";
import { exported, moreThanAPage } from "@/tests/support/exported";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { aSession } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
let administrator: Actor;
let member: Actor;
let programme: Awaited<ReturnType<typeof aProgramme>>;
let draft: Awaited<ReturnType<typeof aProgramme>>;

beforeAll(async () => {
  administrator = await actorAs("ADMINISTRATOR");
  const promoter = await anOrganisation({ name: "Istituto di Borgo", kind: "INSTITUTE" });
  programme = await aProgramme({ title: "Lavoro agile", promoterId: promoter.id });
  draft = await aProgramme({ title: "Ancora in bozza", state: "DRAFT", promoterId: promoter.id });
  await anEnrolment(programme.id, (await anOrganisation()).id, "ACTIVE");
  member = await actorAs("COORDINATOR", { programmeId: programme.id });
  const begin = { precision: "day", from: "2026-01-12", to: "2026-01-12", text: "12 gennaio 2026" };
  await db.programme.update({ where: { id: programme.id }, data: { begin } });
  const { id: sessionId } = await aSession(programme.id, { title: "Riservata", state: "CLOSED" });
  const outcome = { programmeId: programme.id, textHtml: "<p>…</p>", createdAt: moment };
  await db.outcome.createMany({
    data: [
      {
        ...outcome,
        title: "«Tre su quattro»",
        text: "«Hanno il nuovo profilo»",
        publishedAt: moment,
        quoteSource: "Rapporto 2026",
        sessionId,
      },
      { ...outcome, title: "Solo una proposta", text: "Non ancora" },
    ],
  });
});

describe("programmes as a file", () => {
  test("hold what the public list holds", async () => {
    const { headers, rows } = await exported(programmesList, visitor, { q: "agile" });
    expect(headers).toEqual([
      "Titolo",
      "Stato",
      "Promotore",
      "Inizio",
      "Fine",
      "Enti partecipanti",
      "In breve",
    ]);
    expect(rows).toEqual([
      ["Lavoro agile", "In corso", "Istituto di Borgo", "12 gennaio 2026", null, 1, "Una prova."],
    ]);
  });

  test("are the same for everybody: a draft is in no public file", async () => {
    for (const actor of [visitor, member, administrator]) {
      const titles = (await exported(programmesList, actor)).rows.map((row) => row[0]);
      expect(titles).toContain("Lavoro agile");
      expect(titles).not.toContain(draft.title);
    }
  });

  test("are narrowed as the page is, and speak English too", async () => {
    const { headers, rows } = await exported(programmesList, visitor, { state: "CLOSED" }, "en");
    expect(headers).toEqual(["Title", "State", "Promoter", "Begin", "End", "Bodies taking part", "In short"]);
    expect(rows).toEqual([]);
  });

  test("are all there when there are more than a page holds", async () => {
    await db.programme.createMany({
      data: Array.from({ length: moreThanAPage }, (_, index) => ({
        slug: `archivio-${index}`,
        title: `Archivio ${index}`,
        shortTitle: `Archivio ${index}`,
        summary: "…",
        description: "…",
        descriptionHtml: "<p>…</p>",
        state: "ARCHIVED" as const,
        promoterId: programme.promoterId,
        createdAt: moment,
      })),
    });
    const { rows } = await exported(programmesList, visitor, { state: "ARCHIVED" });
    expect(new Set(rows.map((row) => row[0])).size).toBe(moreThanAPage);
    expect(rows).toHaveLength(moreThanAPage);
  });
});

describe("outcomes as a file", () => {
  const headersInItalian = [
    "Esito",
    "Testo",
    "Programma",
    "Pubblicato il",
    "Fonte della citazione",
    "Data della fonte",
    "Incontro",
    "Consegna",
    "Ente",
  ];

  test("are the published ones, and name nothing reserved, whoever asks", async () => {
    const { shortTitle } = await db.programme.findUniqueOrThrow({ where: { id: programme.id } });
    for (const actor of [visitor, member, administrator]) {
      const { headers, rows } = await exported(outcomesList, actor, { programme: programme.slug });
      expect(headers).toEqual(headersInItalian);
      expect(rows).toEqual([
        [
          "Tre su quattro",
          "Hanno il nuovo profilo",
          shortTitle,
          moment,
          "Rapporto 2026",
          null,
          null,
          null,
          null,
        ],
      ]);
    }
  });

  test("are all there when there are more than a page holds", async () => {
    const busy = await aProgramme();
    await db.outcome.createMany({
      data: Array.from({ length: moreThanAPage }, (_, index) => ({
        programmeId: busy.id,
        title: `Esito ${index}`,
        text: "…",
        textHtml: "<p>…</p>",
        publishedAt: moment,
      })),
    });
    const { headers, rows } = await exported(outcomesList, visitor, { programme: busy.slug }, "en");
    expect(headers.slice(1, 4)).toEqual(["Text", "Programme", "Published on"]);
    expect(new Set(rows.map((row) => row[0])).size).toBe(moreThanAPage);
    expect(rows).toHaveLength(moreThanAPage);
  });
});
