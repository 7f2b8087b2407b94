import { beforeAll, describe, expect, test } from "vitest";
import { threadsList } from "@/lib/forum/export";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { actorAs } from "@/tests/support/actors";
import { exported, moreThanAPage } from "@/tests/support/exported";
import { aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

const minutesBefore = (minutes: number) => new Date(moment.getTime() - minutes * 60_000);
let pilot: Awaited<ReturnType<typeof aPilot>>;
let inner: { id: string };
let open: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  inner = await aCategory(pilot.programme.id, { title: "Interna" });
  open = await aCategory(pilot.programme.id, { title: "Aperta", isPublic: true });
  await aThread(inner.id, {
    title: "Come si misura?",
    state: "ANSWERED",
    authors: [pilot.referent.personId, pilot.expert.personId],
    lastPostAt: minutesBefore(5),
  });
  await aThread(inner.id, {
    title: "Regole",
    isPinned: true,
    lockedAt: moment,
    authors: [pilot.coordinator.personId],
    lastPostAt: minutesBefore(500),
  });
  await aThread(inner.id, { title: "Tolta", hiddenAt: moment, lastPostAt: minutesBefore(1) });
  await aThread(open.id, { title: "Pubblica", authors: [pilot.referent.personId] });
});

const titles = async (actor: Actor, filters: Record<string, string> = {}) =>
  (
    await exported(threadsList, actor, { programme: pilot.programme.slug, category: inner.id, ...filters })
  ).rows.map((row) => row[0]);

describe("threads as a file", () => {
  test("hold what the list of a category holds, pinned ones first", async () => {
    const { headers, rows } = await exported(threadsList, pilot.staff, {
      programme: pilot.programme.slug,
      category: inner.id,
    });
    expect(headers).toEqual([
      "Titolo",
      "Stato",
      "Segni",
      "Aperta da",
      "Messaggi",
      "Messaggi nuovi",
      "Ultimo messaggio",
      "Ultimo messaggio di",
      "Ente dell’ultimo messaggio",
    ]);
    const ada = "Ada Ginestrelli";
    expect(rows).toEqual([
      ["Regole", "Senza risposta", "In evidenza, Chiusa", ada, 1, 1, minutesBefore(500), ada, null],
      ["Come si misura?", "Con risposte", "", ada, 2, 2, minutesBefore(5), ada, null],
    ]);
  });

  test("are narrowed as the page is, and speak English too", async () => {
    expect(await titles(pilot.staff, { state: "ANSWERED" })).toEqual(["Come si misura?"]);
    const filters = { programme: pilot.programme.slug, category: open.id };
    const { headers, rows } = await exported(threadsList, pilot.observer, filters, "en");
    expect(headers.slice(2, 6)).toEqual(["Marks", "Opened by", "Posts", "New posts"]);
    expect(rows.map((row) => row[0])).toEqual(["Pubblica"]);
  });

  test("show hidden ones to those who moderate", async () => {
    expect(await titles(pilot.coordinator)).toEqual(["Regole", "Tolta", "Come si misura?"]);
  });

  test("are closed to people of another programme and to visitors, with their names, where public too", async () => {
    const stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
    for (const actor of [stranger, visitorActor(moment)])
      for (const category of [inner.id, open.id])
        await expect(titles(actor, { category })).rejects.toThrow(ForbiddenError);
  });

  test("are those of a category of the programme that is named", async () => {
    const other = await aCategory((await aProgramme()).id);
    await expect(titles(pilot.coordinator, { category: other.id })).rejects.toThrow(NotFoundError);
  });

  test("are all there when there are more than a page holds", async () => {
    const busy = await aCategory(pilot.programme.id);
    await db.thread.createMany({
      data: Array.from({ length: moreThanAPage }, (_, index) => ({
        categoryId: busy.id,
        title: `Discussione ${index}`,
        lastPostAt: minutesBefore(Math.floor(index / 3)),
      })),
    });
    await aThread(busy.id, { title: "Sempre in cima", isPinned: true });
    const rows = await titles(pilot.staff, { category: busy.id });
    expect(rows[0]).toBe("Sempre in cima");
    expect(new Set(rows).size).toBe(moreThanAPage + 1);
    expect(rows).toHaveLength(moreThanAPage + 1);
  });
});
