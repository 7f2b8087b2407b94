import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { sessionsList } from "@/lib/sessions/export";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { actorAs } from "@/tests/support/actors";
import { exported, moreThanAPage } from "@/tests/support/exported";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let programme: string;

beforeAll(async () => {
  pilot = await aPilot();
  programme = pilot.programme.slug;
  await aSession(pilot.programme.id, { title: "Bozza", startsAt: new Date("2026-04-20T08:30:00Z") });
  await aSession(pilot.programme.id, {
    title: "Seconda assistenza",
    state: "CONVENED",
    invitedIds: [pilot.referent.personId],
  });
  await aSession(pilot.programme.id, {
    title: "Avvio",
    state: "CONVENED",
    mode: "IN_PERSON",
    place: "Sala Verde",
    startsAt: new Date("2026-03-10T08:30:00Z"),
  });
});

describe("sessions as a file", () => {
  test("hold what the list of a member holds, and its own answer", async () => {
    const { headers, rows } = await exported(sessionsList, pilot.referent, { programme });
    expect(headers).toEqual([
      "Inizio",
      "Fine",
      "Titolo",
      "Genere",
      "Stato",
      "Come si partecipa",
      "Luogo",
      "Chi lo vede",
      "La vostra risposta",
    ]);
    expect(rows).toEqual([
      [
        new Date("2026-03-31T08:30:00Z"),
        new Date("2026-03-31T10:30:00Z"),
        "Seconda assistenza",
        "Assistenza",
        "Convocato",
        "In webconference",
        null,
        "Riservato al programma",
        "Senza risposta",
      ],
    ]);
  });

  test("are narrowed as the page is, and speak the language that is asked for", async () => {
    const { headers, rows } = await exported(
      sessionsList,
      pilot.coordinator,
      { programme, when: "past" },
      "en",
    );
    expect(headers.slice(0, 5)).toEqual(["Starts", "Ends", "Title", "Kind", "State"]);
    expect(rows.map((row) => row.slice(2))).toEqual([
      ["Avvio", "Assistance", "To be closed", "In person", "Sala Verde", "Programme members only", null],
    ]);
  });

  test("show drafts only to those who prepare them", async () => {
    const titles = async (actor: typeof pilot.staff) =>
      (await exported(sessionsList, actor, { programme })).rows.map((row) => row[2]);
    expect(await titles(pilot.coordinator)).toEqual(["Seconda assistenza", "Bozza"]);
    expect(await titles(pilot.staff)).toEqual(["Seconda assistenza"]);
  });

  test("are not found by visitors and people of another programme", async () => {
    const stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
    for (const actor of [stranger, visitorActor(moment)])
      await expect(exported(sessionsList, actor, { programme })).rejects.toThrow(NotFoundError);
  });

  test("belong to a programme", async () => {
    await expect(exported(sessionsList, pilot.coordinator)).rejects.toThrow(z.ZodError);
  });

  test("are all there when there are more than a page holds", async () => {
    const { programme: busy, coordinator } = await aPilot();
    await db.session.createMany({
      data: Array.from({ length: moreThanAPage }, (_, index) => {
        const startsAt = new Date(moment.getTime() + (1 + Math.floor(index / 2)) * 3_600_000);
        return {
          id: freshIdentifier(moment),
          programmeId: busy.id,
          kind: "ASSISTANCE" as const,
          title: `Incontro ${index}`,
          mode: "WEBCONFERENCE" as const,
          startsAt,
          endsAt: new Date(startsAt.getTime() + 1_800_000),
        };
      }),
    });
    const { rows } = await exported(sessionsList, coordinator, { programme: busy.slug });
    expect(new Set(rows.map((row) => row[2])).size).toBe(moreThanAPage);
    expect(rows).toHaveLength(moreThanAPage);
  });
});
