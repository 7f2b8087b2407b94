import { beforeAll, expect, test } from "vitest";
import { editPost, openThread } from "@/lib/forum/posts/mutations";
import { watchThread } from "@/lib/forum/watching/mutations";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { moment } from "@/tests/support/factories";
import { aCategory, threadForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  const name = { givenName: "Zita", familyName: "Chiamanti" };
  await db.person.update({ where: { id: pilot.staff.personId ?? "" }, data: name });
});

/** Who hears of the last event of something, and by which mail. */
async function toldOf(subjectId: string): Promise<Map<string | null, string>> {
  const { id } = await db.event.findFirstOrThrow({ where: { subjectId }, orderBy: { seq: "desc" } });
  await notify({ eventId: id }, moment);
  // Told again, as after a worker that was killed: nobody hears it twice.
  await notify({ eventId: id }, moment);
  const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: id } } });
  return new Map(mails.map((mail) => [mail.toPersonId, mail.template]));
}

test("who is called by name hears of that, and who follows hears of the post", async () => {
  const { id } = await aCategory(pilot.programme.id);
  const level = "WATCHING" as const;
  await db.categoryWatch.createMany({
    data: [pilot.staff, pilot.expert].map((one) => ({ personId: one.personId ?? "", categoryId: id, level })),
  });
  const text = "@Zita Chiamanti, @coordinamento: potete guardare?";
  const { threadId } = await openThread(pilot.referent, threadForm(id, { title: "Le schede", text }));
  expect(await toldOf(threadId)).toEqual(
    new Map([
      [pilot.staff.personId, "notifications.mentioned"],
      [pilot.coordinator.personId, "notifications.mentioned"],
      [pilot.expert.personId, "notifications.threadOpened"],
    ]),
  );
  const mail = await db.mail.findFirstOrThrow({ where: { toPersonId: pilot.staff.personId ?? "" } });
  const { subject, text: written } = await renderMail({ ...mail, params: mail.params as MailParams });
  expect(subject).toMatch(/vi chiama in «Le schede»$/);
  expect(written).toContain(`/forum/discussioni/${threadId}#messaggio-1`);
});

test("an edit tells those whom it adds alone; nobody calls themselves, and who follows nothing is left in peace", async () => {
  const { threadId, postId } = await openThread(
    pilot.referent,
    threadForm(category.id, { text: "@Zita Chiamanti e @referenti" }),
  );
  expect([...(await toldOf(threadId)).keys()]).toEqual([pilot.staff.personId]);
  await editPost(pilot.referent, { id: postId, version: 1, text: "@Zita Chiamanti e @esperti" });
  expect(await toldOf(postId)).toEqual(new Map([[pilot.expert.personId, "notifications.mentioned"]]));
  await watchThread(pilot.coordinator, { id: threadId, level: "MUTED" });
  await editPost(pilot.referent, { id: postId, version: 2, text: "@coordinamento" });
  expect((await toldOf(postId)).size).toBe(0);
});
