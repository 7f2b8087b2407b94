import { expect, test } from "vitest";
import { dismissFlags, flagPost } from "@/lib/forum/flags/mutations";
import { warnAuthor } from "@/lib/forum/warnings/mutations";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { actorAs } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

async function written() {
  const pilot = await aPilot();
  const second = await actorAs("COORDINATOR", { programmeId: pilot.programme.id });
  const category = await aCategory(pilot.programme.id);
  const { id, posts } = await aThread(category.id, { authors: [pilot.expert.personId] });
  return { pilot, second, threadId: id, postId: posts[0]?.id ?? "" };
}

async function mailsOf(kind: string, programmeId: string) {
  const event = await db.event.findFirstOrThrow({ where: { kind, programmeId } });
  await notify({ eventId: event.id }, moment);
  const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: `${event.id}:` } } });
  const texts = await Promise.all(
    mails.map((mail) => renderMail({ ...mail, params: mail.params as MailParams })),
  );
  return { to: mails.map(({ dedupeKey }) => dedupeKey.split(":")[1]).sort(), texts };
}

test("moderators hear of the first flag of a post, but who flagged it, and are led to it", async () => {
  const { pilot, second, postId } = await written();
  await flagPost(pilot.coordinator, { id: postId, reason: "OTHER", text: "Una cosa da non spedire." });
  await flagPost(pilot.staff, { id: postId, reason: "SPAM", text: "" });
  const { id } = await db.flagCase.findFirstOrThrow({ where: { postId } });
  const { to, texts } = await mailsOf("forum.flagged", pilot.programme.id);
  expect(to).toEqual([second.personId]);
  expect(texts[0]?.text).toContain(`/area/programmi/${pilot.programme.slug}/moderazione/${id}`);
  expect(texts[0]?.text).not.toContain("da non spedire");
  expect((await mailsOf("forum.flagAdded", pilot.programme.id)).to).toEqual([]);
});

test("nobody hears of a flag that was decided on meanwhile", async () => {
  const { pilot, postId } = await written();
  await flagPost(pilot.staff, { id: postId, reason: "SPAM", text: "" });
  const { id } = await db.flagCase.findFirstOrThrow({ where: { postId } });
  await dismissFlags(pilot.coordinator, { id });
  expect((await mailsOf("forum.flagged", pilot.programme.id)).to).toEqual([]);
});

test("the author alone hears of a warning, with what it says", async () => {
  const { pilot, postId, threadId } = await written();
  await warnAuthor(pilot.coordinator, { postId, reason: "OFFENSIVE", text: "Con garbo, per favore." });
  const { to, texts } = await mailsOf("forum.authorWarned", pilot.programme.id);
  expect(to).toEqual([pilot.expert.personId]);
  expect(texts[0]?.text).toContain("Con garbo, per favore.");
  expect(texts[0]?.text).toContain(threadId);
});
