import { beforeAll, describe, expect, test } from "vitest";
import {
  changeFaqEntry,
  countHelped,
  moveFaqSection,
  putIntoFaq,
  renameFaqSection,
  takeOutOfFaq,
} from "@/lib/forum/faq/mutations";
import { acceptAnswer, unacceptAnswer } from "@/lib/forum/moderation/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError, StaleError } from "@/lib/platform/errors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

const visitor = visitorActor(moment);

let pilot: Pilot;
let elsewhere: Pilot;
let open: { id: string };
let inner: { id: string };
let shown: { id: string; sectionId: string; version: number };
let solved: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  elsewhere = await aPilot();
  open = await aCategory(pilot.programme.id, { isPublic: true });
  inner = await aCategory(pilot.programme.id);
  shown = await anEntry("Sempre lì");
  solved = await aSolved();
});

/** A solved thread of the open category, answered by the expert and by the coordinator. */
async function aSolved(categoryId = open.id, of = pilot) {
  const authors = [of.referent.personId, of.expert.personId, of.coordinator.personId];
  const thread = await aThread(categoryId, { state: "ANSWERED", authors });
  await acceptAnswer(of.referent, { postId: thread.posts[1]?.id ?? "" });
  return thread;
}

const form = (threadId: string, newSection = "Avvio") =>
  ({ threadId, question: "Come si comincia?", lang: "it", newSection }) as const;

async function anEntry(newSection: string) {
  const { id } = await aSolved();
  await putIntoFaq(pilot.coordinator, form(id, newSection));
  return db.faqEntry.findUniqueOrThrow({ where: { threadId: id } });
}

const kindsOf = async (subjectId: string) =>
  (await db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(({ kind }) => kind);
const sectionsOf = async (programmeId: string) =>
  (await db.faqSection.findMany({ where: { programmeId }, orderBy: { position: "asc" } })).map(
    ({ title, position }) => [title, position],
  );

describe("a solved thread", () => {
  test("is put there once, with its accepted answer and its heading", async () => {
    const { id, posts } = await aSolved();
    expect(await putIntoFaq(pilot.coordinator, form(id, "Avvio"))).toEqual({ slug: pilot.programme.slug });
    const entry = await db.faqEntry.findUniqueOrThrow({
      where: { threadId: id },
      include: { section: true },
    });
    expect(entry).toMatchObject({
      postId: posts[1]?.id,
      question: "Come si comincia?",
      uses: 0,
      addedById: pilot.coordinator.personId,
      section: { title: "Avvio", programmeId: pilot.programme.id },
    });
    expect(await db.event.findFirstOrThrow({ where: { subjectId: entry.id } })).toMatchObject({
      kind: "forum.faqEntryAdded",
      programmeId: pilot.programme.id,
      data: { threadId: id, postId: posts[1]?.id, renewed: false },
    });
    expect(await codeOf(putIntoFaq(pilot.coordinator, form(id)))).toBe("forum.inFaqAlready");
  });

  test("keeps what it helped when another answer takes the place of the first", async () => {
    const { id, posts } = await aSolved();
    await putIntoFaq(pilot.coordinator, form(id, "Risposte che cambiano"));
    const { id: entryId } = await db.faqEntry.findUniqueOrThrow({ where: { threadId: id } });
    await countHelped(visitor, entryId);
    await acceptAnswer(pilot.coordinator, { postId: posts[2]?.id ?? "" });
    await putIntoFaq(pilot.coordinator, { ...form(id, "Altrove"), question: "Come si continua?" });
    expect(await db.faqEntry.findUniqueOrThrow({ where: { threadId: id } })).toMatchObject({
      id: entryId,
      postId: posts[2]?.id,
      uses: 1,
      question: "Come si continua?",
    });
    expect((await sectionsOf(pilot.programme.id)).map(([title]) => title)).not.toContain(
      "Risposte che cambiano",
    );
  });

  test("is needed, and a heading of the same programme", async () => {
    const unsolved = await aThread(open.id, { state: "ANSWERED", authors: [null, null] });
    expect(await codeOf(putIntoFaq(pilot.coordinator, form(unsolved.id)))).toBe("forum.onlySolvedIntoFaq");
    const hidden = await aSolved();
    await db.thread.update({ where: { id: hidden.id }, data: { hiddenAt: moment } });
    expect(await codeOf(putIntoFaq(pilot.coordinator, form(hidden.id)))).toBe("forum.onlySolvedIntoFaq");
    const { id } = await aSolved();
    expect(await refusal(putIntoFaq(pilot.coordinator, form(id, "")))).toMatchObject({
      code: "forum.chooseSection",
      field: "newSection",
    });
    const theirs = await db.faqSection.create({
      data: { programmeId: elsewhere.programme.id, position: 1, title: "Di altri" },
      select: { id: true },
    });
    const foreign = { ...form(id, ""), sectionId: theirs.id };
    expect(await refusal(putIntoFaq(pilot.coordinator, foreign))).toBeInstanceOf(NotFoundError);
  });

  test("put there by two at once stands there once", async () => {
    const { id } = await aSolved();
    const put = (heading: string) => () => codeOf(putIntoFaq(pilot.coordinator, form(id, heading)));
    const results = await atOnce({ table: "thread", id }, [put("Una"), put("Altra")]);
    expect(results.sort()).toEqual(["done", "forum.inFaqAlready"]);
    expect(await db.faqEntry.count({ where: { threadId: id } })).toBe(1);
  });

  test("whose answer is taken back at the same moment is not put there with it", async () => {
    const { id } = await aSolved();
    await atOnce({ table: "thread", id }, [
      () => codeOf(unacceptAnswer(pilot.referent, { threadId: id })),
      () => codeOf(putIntoFaq(pilot.coordinator, form(id, "Mai"))),
    ]);
    const entry = await db.faqEntry.findUnique({ where: { threadId: id } });
    const thread = await db.thread.findUniqueOrThrow({ where: { id } });
    // Whichever came first, nothing that is not accepted is shown.
    expect(thread.acceptedPostId).toBeNull();
    if (entry) await expect(countHelped(visitor, entry.id)).rejects.toThrow(NotFoundError);
  });
});

describe("a question", () => {
  test("is worded anew and moved; a heading goes with its last question", async () => {
    const entry = await anEntry("Prima");
    const change = {
      id: entry.id,
      version: entry.version,
      question: "E poi?",
      sectionId: shown.sectionId,
      newSection: "",
    };
    await changeFaqEntry(pilot.coordinator, change);
    expect(await db.faqEntry.findUniqueOrThrow({ where: { id: entry.id } })).toMatchObject({
      question: "E poi?",
      sectionId: shown.sectionId,
      version: 2,
    });
    expect(await db.faqSection.findUnique({ where: { id: entry.sectionId } })).toBeNull();
    await expect(changeFaqEntry(pilot.coordinator, change)).rejects.toThrow(StaleError);
    await takeOutOfFaq(pilot.coordinator, { id: entry.id, version: 2 });
    expect(await db.faqEntry.findUnique({ where: { id: entry.id } })).toBeNull();
    expect(await kindsOf(entry.id)).toEqual([
      "forum.faqEntryAdded",
      "forum.faqEntryChanged",
      "forum.faqEntryRemoved",
    ]);
  });

  test("that helped is counted, each time, without an event", async () => {
    const entry = await anEntry("Utile");
    const events = await db.event.count();
    await Promise.all([1, 2, 3].map(() => countHelped(visitor, entry.id)));
    expect((await db.faqEntry.findUniqueOrThrow({ where: { id: entry.id } })).uses).toBe(3);
    expect(await db.event.count()).toBe(events);
  });
});

test("headings are renamed and ordered, the ends stay", async () => {
  const own = await aPilot();
  const place = await aCategory(own.programme.id);
  for (const title of ["Uno", "Due", "Tre"]) {
    const { id } = await aSolved(place.id, own);
    await putIntoFaq(own.coordinator, form(id, title));
  }
  const [first, , third] = await db.faqSection.findMany({
    where: { programmeId: own.programme.id },
    orderBy: { position: "asc" },
  });
  const [firstId, thirdId] = [first?.id ?? "", third?.id ?? ""];
  await moveFaqSection(own.coordinator, { id: thirdId, direction: "up" });
  await moveFaqSection(own.coordinator, { id: firstId, direction: "up" });
  await renameFaqSection(own.coordinator, { id: firstId, version: 1, title: "Primo" });
  expect((await sectionsOf(own.programme.id)).map(([title]) => title)).toEqual(["Primo", "Tre", "Due"]);
  expect(await kindsOf(firstId)).toEqual(["forum.faqSectionRenamed"]);
  expect(await kindsOf(thirdId)).toEqual(["forum.faqSectionMoved"]);
  await expect(
    renameFaqSection(own.coordinator, { id: firstId, version: 1, title: "Da una pagina vecchia" }),
  ).rejects.toThrow(StaleError);
});

const change = () => ({
  id: shown.id,
  version: shown.version,
  question: "Altra?",
  newSection: "",
  sectionId: shown.sectionId,
});

denied("putIntoFaq", "to a visitor, of a thread that everybody reads", () =>
  putIntoFaq(visitor, form(solved.id)),
);
denied("putIntoFaq", "to the expert who answered", () => putIntoFaq(pilot.expert, form(solved.id)));
denied("putIntoFaq", "to a coordinator of another programme", () =>
  putIntoFaq(elsewhere.coordinator, form(solved.id)),
);
denied("changeFaqEntry", "to a visitor who reads it", () => changeFaqEntry(visitor, change()));
denied("changeFaqEntry", "to an expert", () => changeFaqEntry(pilot.expert, change()));
denied("takeOutOfFaq", "to a visitor who reads it", () =>
  takeOutOfFaq(visitor, { id: shown.id, version: shown.version }),
);
denied("takeOutOfFaq", "to a coordinator of another programme", () =>
  takeOutOfFaq(elsewhere.coordinator, { id: shown.id, version: shown.version }),
);
denied("renameFaqSection", "to a visitor who reads it", () =>
  renameFaqSection(visitor, { id: shown.sectionId, version: 1, title: "Altra" }),
);
denied("renameFaqSection", "to an expert", () =>
  renameFaqSection(pilot.expert, { id: shown.sectionId, version: 1, title: "Altra" }),
);
denied("moveFaqSection", "to a visitor who reads it", () =>
  moveFaqSection(visitor, { id: shown.sectionId, direction: "down" }),
);
denied("moveFaqSection", "to an expert", () =>
  moveFaqSection(pilot.expert, { id: shown.sectionId, direction: "down" }),
);
let closed: { id: string };
beforeAll(async () => {
  const { id } = await aSolved(inner.id);
  await putIntoFaq(pilot.coordinator, form(id, "Interna"));
  closed = await db.faqEntry.findUniqueOrThrow({ where: { threadId: id }, select: { id: true } });
});
denied("countHelped", "to a visitor, of a closed category", () => countHelped(visitor, closed.id));
denied("countHelped", "to a coordinator of another programme, of a closed category", () =>
  countHelped(elsewhere.coordinator, closed.id),
);
