import { beforeAll, describe, expect, test } from "vitest";
import { peopleList } from "@/lib/people/administration/export";
import { eventsList, readsList } from "@/lib/people/log/export";
import { organisationsList } from "@/lib/people/organisations/export";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import type { ExportableList } from "@/lib/platform/lists/definition";
import { exportList } from "@/lib/platform/lists/export";
import { mailsList } from "@/lib/platform/mail/export";
import { actorAs } from "@/tests/support/actors";
import { exported, moreThanAPage } from "@/tests/support/exported";
import { anEnrolment, anOrganisation, aPerson, aProgramme, aRole, moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);
let administrator: Actor;
let officer: Actor;
let coordinator: Actor & { personId: string };
let programme: Awaited<ReturnType<typeof aProgramme>>;
let shortTitle: string;
let chamber: Awaited<ReturnType<typeof anOrganisation>>;

beforeAll(async () => {
  administrator = await actorAs("ADMINISTRATOR");
  officer = await actorAs("PRIVACY_OFFICER");
  programme = await aProgramme();
  ({ shortTitle } = await db.programme.findUniqueOrThrow({ where: { id: programme.id } }));
  coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
  chamber = await anOrganisation({ name: "Camera di Pontelungo" });
  await anEnrolment(programme.id, chamber.id, "ACTIVE");
});

describe("organisations as a file", () => {
  test("hold what the public list holds, whoever asks", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    await anEnrolment(draft.id, chamber.id, "ACTIVE");
    for (const actor of [visitor, coordinator, administrator]) {
      const { headers, rows } = await exported(organisationsList, actor, { q: "Pontelungo" });
      expect(headers).toEqual(["Nome", "Tipo", "Sede", "Programmi", "Ente inventato per la dimostrazione"]);
      expect(rows).toEqual([
        ["Camera di Pontelungo", "Camera di commercio", null, `${shortTitle} (partecipa)`, "no"],
      ]);
    }
  });

  test("are narrowed by kind, and speak English too", async () => {
    const { rows } = await exported(organisationsList, visitor, { kind: "INSTITUTE" }, "en");
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(["Institute"]));
    expect(rows.map((row) => row[3])).toContain(`${shortTitle} (promotes)`);
  });
});

describe("people as a file", () => {
  test("hold names, addresses, roles and states", async () => {
    const { id, email } = await aPerson({ givenName: "Ugo", familyName: "Vallarino", disabledAt: moment });
    await aRole(id, "REFERENT", { programmeId: programme.id, organisationId: chamber.id });
    await aRole(id, "EXPERT", { programmeId: programme.id });
    const { headers, rows } = await exported(peopleList, administrator, { q: "Vallarino" });
    expect(headers).toEqual(["Cognome", "Nome", "Indirizzo", "Incarichi", "Stato", "Disattivata il"]);
    const roles = [
      `Referente, Camera di Pontelungo, programma «${shortTitle}»`,
      `Esperto o esperta, programma «${shortTitle}»`,
    ];
    expect(rows).toEqual([["Vallarino", "Ugo", email, expect.any(String), "Disattivata", moment]]);
    expect(String(rows[0]?.[3]).split("; ").toSorted()).toEqual(roles.toSorted());
  });

  test("are all there when there are more than a page holds", async () => {
    await db.person.createMany({
      data: Array.from({ length: moreThanAPage }, (_, index) => ({
        givenName: "Ada",
        familyName: `Moltiplicata ${index % 7}`,
        email: `moltiplicata-${index}@ente.test`,
      })),
    });
    const { headers, rows } = await exported(peopleList, administrator, { q: "Moltiplicata" }, "en");
    expect(headers.slice(0, 2)).toEqual(["Family name", "Given name"]);
    expect(new Set(rows.map((row) => row[2])).size).toBe(moreThanAPage);
    expect(rows).toHaveLength(moreThanAPage);
  });

  test("are for the administrator alone", async () => {
    for (const actor of [officer, coordinator, visitor])
      await expect(exported(peopleList, actor)).rejects.toThrow(ForbiddenError);
  });
});

describe("the log as a file", () => {
  const subject = { kind: "person", id: "0192a000-0000-7000-8000-000000000001" };
  const fact = { kind: "people.invited", subject } as const;

  test("tells when, who, what and where in either language, and facts of every feature", async () => {
    const other = await aProgramme();
    const { shortName } = await db.organisation.findUniqueOrThrow({ where: { id: chamber.id } });
    await db.$transaction(async (tx) => {
      await recordEvent(tx, coordinator, { ...fact, programmeId: other.id, organisationId: chamber.id });
      await recordEvent(tx, visitor, { ...fact, programmeId: other.id });
      await recordEvent(tx, systemActor("lock-approved", moment), {
        ...fact,
        kind: "sessions.convened",
        programmeId: other.id,
      });
    });
    const named = await db.programme.findUniqueOrThrow({ where: { id: other.id } });
    const { headers, rows } = await exported(eventsList, officer, { programme: other.id });
    expect(headers).toEqual(["Quando", "Chi", "Che cosa", "Programma", "Ente", "Codice"]);
    const where = named.shortTitle;
    expect(rows).toEqual([
      [moment, "il portale", "ha convocato l’incontro", where, null, "sessions.convened"],
      [moment, "una persona senza accesso", expect.any(String), where, null, "people.invited"],
      [moment, "Ada Ginestrelli", expect.any(String), where, shortName, "people.invited"],
    ]);
    const english = await exported(
      eventsList,
      administrator,
      { programme: other.id, kind: "sessions" },
      "en",
    );
    expect(english.rows.map((row) => row[2])).toEqual(["convened the session"]);
  });

  test("is whole when there are more facts than a page holds", async () => {
    const busy = await aProgramme();
    await db.event.createMany({
      data: Array.from({ length: moreThanAPage }, () => ({
        kind: "people.invited",
        actorKind: "visitor",
        subjectKind: subject.kind,
        subjectId: subject.id,
        programmeId: busy.id,
        occurredAt: moment,
      })),
    });
    const { rows } = await exported(eventsList, officer, { programme: busy.id });
    expect(rows).toHaveLength(moreThanAPage);
  });

  test("is closed to coordinators and visitors", async () => {
    for (const actor of [coordinator, visitor])
      await expect(exported(eventsList, actor)).rejects.toThrow(ForbiddenError);
  });
});

describe("the log of reads", () => {
  const download = (list: ExportableList, actor: Actor) =>
    exportList(list, actor, { filters: {}, locale: "it", format: "csv" });
  const recorded = () => db.readRecord.count();

  test("tells who took which list away, the log of reads among them", async () => {
    const before = await recorded();
    for (const list of [peopleList, eventsList, mailsList, readsList]) await download(list, administrator);
    expect(await recorded()).toBe(before + 4);
    const { headers, rows } = await exported(readsList, officer);
    expect(headers).toEqual(["Quando", "Chi", "Che cosa ha scaricato", "Codice"]);
    expect(rows.slice(0, 4).reverse()).toEqual([
      [moment, "Ada Ginestrelli", "l’elenco delle persone", "list.people"],
      [moment, "Ada Ginestrelli", "il registro", "list.events"],
      [moment, "Ada Ginestrelli", "l’elenco dei messaggi", "list.mails"],
      [moment, "Ada Ginestrelli", "il registro delle letture", "list.reads"],
    ]);
  });

  test("is whole when there are more reads than a page holds", async () => {
    const read = { actorKind: "visitor", subjectKind: "list", subjectId: "people", readAt: moment };
    const before = await recorded();
    await db.readRecord.createMany({ data: Array.from({ length: moreThanAPage }, () => read) });
    expect((await exported(readsList, officer)).rows).toHaveLength(before + moreThanAPage);
  });

  test("says nothing of lists that everybody sees, nor of a download that was refused", async () => {
    const before = await recorded();
    await download(organisationsList, administrator);
    await expect(download(peopleList, coordinator)).rejects.toThrow(ForbiddenError);
    expect(await recorded()).toBe(before);
  });

  test("is closed to coordinators and visitors", async () => {
    for (const actor of [coordinator, visitor])
      await expect(download(readsList, actor)).rejects.toThrow(ForbiddenError);
  });
});
