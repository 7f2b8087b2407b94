import "server-only";
import { attachFile } from "@/lib/forum/attachments/mutations";
import { findUploadedAttachment } from "@/lib/forum/attachments/queries";
import { identifierOf } from "@/lib/forum/by-mail/identifier";
import { type Answerer, findAnswerer, findAnswerTerm, findPublished } from "@/lib/forum/by-mail/queries";
import { type Refusal, refusalOf, refusalOfForm } from "@/lib/forum/by-mail/refusals";
import { reply } from "@/lib/forum/posts/mutations";
import type { PostPlace } from "@/lib/forum/posts/place";
import { mostAttachments, replySchema } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise, DomainError, passingRefusal, sqlState } from "@/lib/platform/errors";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { AutomaticMark } from "@/lib/platform/mail/inbound/automatic";
import type { AnsweredMail } from "@/lib/platform/mail/inbound/queries";
import type { InboundMail, MailedFile } from "@/lib/platform/mail/inbound/read";
import { queueMail } from "@/lib/platform/mail/queue";
import { consume } from "@/lib/platform/rate-limit";
import { checkContent, checkName } from "@/lib/platform/storage/content-kind";
import { cleanFileName } from "@/lib/platform/storage/file-name";
import { stageObject } from "@/lib/platform/storage/storage";

/** What became of an answer by mail: published, or why not. */
export type AnswerOutcome = "taken" | "duplicate" | "nobody" | "otherSender" | AutomaticMark | Refusal;

type Answer = Pick<InboundMail, "from" | "fingerprint" | "automatic" | "text" | "files">;

/**
 * Publishes what a person typed in answer to a mail of the forum, as the form of the page would, with the rights of this
 * moment. Who sent it is known by the token of the mail and by the sender's address together; whoever else wrote hears
 * nothing. The person hears why, once, when the text was theirs and was not published.
 * @throws DomainError for what passes by itself: the mail is to be handed on again later
 */
export async function receiveAnswer(actor: Actor, sent: AnsweredMail, mail: Answer): Promise<AnswerOutcome> {
  authorise(actor.kind === "system");
  if (mail.automatic) return mail.automatic;
  const answerer = await findAnswerer(actor, sent);
  if (!answerer) return "nobody";
  if (mail.from !== answerer.email) return "otherSender";
  const key = identifierOf("answer", sent.id, mail.fingerprint);
  const refused = async (reason: Refusal, files: readonly string[] = []) => {
    await tell(answerer, { reason, files, key });
    return reason;
  };
  if (await isOver(actor, sent, answerer)) return refused("expired");
  const { threadId, locale } = answerer;
  const form = replySchema.safeParse({ threadId, text: mail.text, submissionKey: key, lang: locale });
  if (!form.success) return refused(refusalOfForm(form.error));
  const isKnown = (await findPublished(actor, key)) !== null;
  let place: PostPlace;
  try {
    place = await reply(answerer.author, form.data, "mail");
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) throw error;
    return refused(reason);
  }
  // Also where the post is there: the storage may have been away when the mail came the first time.
  const left = await attachAll(actor, answerer.author, { postId: place.postId, key, files: mail.files });
  if (left.length > 0) await refused("files", left);
  return isKnown ? "duplicate" : "taken";
}

async function isOver(actor: Actor, { sentAt }: AnsweredMail, { repliesFrom }: Answerer): Promise<boolean> {
  if (repliesFrom && sentAt < repliesFrom) return true;
  const days = await findAnswerTerm(actor);
  return actor.at.getTime() - sentAt.getTime() > days * 86_400_000;
}

/** @returns the names of those that were not taken */
async function attachAll(
  actor: Actor,
  author: Actor,
  { postId, key, files }: { postId: string; key: string; files: readonly MailedFile[] },
): Promise<string[]> {
  const left: string[] = files.slice(mostAttachments).map((one) => cleanFileName(one.filename));
  for (const [index, file] of files.slice(0, mostAttachments).entries()) {
    const uploadId = identifierOf("file", key, index);
    if (await findUploadedAttachment(actor, uploadId)) continue;
    try {
      await attach(author, file, { postId, uploadId });
    } catch (error) {
      if (sqlState(error) === "23505") continue;
      if (!(error instanceof DomainError) || passingRefusal(error)) throw error;
      left.push(cleanFileName(file.filename));
    }
  }
  return left;
}

async function attach(
  author: Actor,
  file: MailedFile,
  { postId, uploadId }: { postId: string; uploadId: string },
): Promise<void> {
  const filename = cleanFileName(file.filename);
  checkName(filename);
  await consume("upload", author.personId ?? "");
  const staged = await stageObject(file.bytes, { maxBytes: env().UPLOAD_MAX_BYTES });
  let mimeType: string;
  try {
    ({ mimeType } = await checkContent(staged.head, filename));
    await staged.keep();
  } catch (error) {
    await staged.discard();
    throw error;
  }
  const { sha256, size } = staged;
  await attachFile(author, { post: postId }, { sha256, size, mimeType, filename, uploadId });
}

/** Says why, once for each mail, and not to whoever sends many. */
async function tell(
  { id, email, givenName, locale, thread }: Answerer,
  { reason, files, key }: { reason: Refusal; files: readonly string[]; key: string },
): Promise<void> {
  try {
    await consume("answer-refused", id);
  } catch (error) {
    if (error instanceof DomainError) return;
    throw error;
  }
  const path = "/area/programmes/[slug]/forum/threads/[id]";
  await inTransaction((tx) =>
    queueMail(tx, {
      dedupeKey: `answer-refused:${key}:${reason === "files" ? "files" : "text"}`,
      template: "forum.answerRefused",
      locale,
      to: { address: email, personId: id },
      params: {
        name: givenName,
        reason,
        files: files.join(", ") || "none",
        thread: thread?.title ?? "none",
        link: thread
          ? pagePath(path, { slug: thread.slug, id: thread.id }, locale)
          : pagePath("/area", {}, locale),
      },
    }),
  );
}
