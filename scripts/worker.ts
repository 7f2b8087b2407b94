// The worker: what the portal does after the answer. Several may run, on one machine or more.

import { setTimeout as wait } from "node:timers/promises";
import { uploadTargets } from "@/app/api/upload/registry";
import { publishDue } from "@/lib/animation/scheduling/jobs";
import { rebuildWelcomes } from "@/lib/animation/welcome/jobs";
import { publishAnnouncement, rebuildAnnouncements } from "@/lib/announcements/jobs";
import { rebuildMessages } from "@/lib/documents/deliverables/conversation/jobs";
import { lockApproved, makeReceiptOf } from "@/lib/documents/deliverables/jobs";
import { makeRegisterOf } from "@/lib/documents/deliverables/register/jobs";
import { remindBody, remindOfDue } from "@/lib/documents/deliverables/reminders/jobs";
import { sweepObjects } from "@/lib/documents/jobs";
import { scanObject } from "@/lib/documents/scan/jobs";
import { catchUpSignatures, readSignaturesOf } from "@/lib/documents/signatures/jobs";
import { catchUpTexts, readTextOf } from "@/lib/documents/text/jobs";
import { purgeTrash } from "@/lib/documents/trash/jobs";
import { recordWithheld } from "@/lib/forum/attachments/commands";
import { rebuildPosts } from "@/lib/forum/jobs";
import { rebuildIssues, sendNewsletter } from "@/lib/newsletter/jobs";
import { sweepNewsletter } from "@/lib/newsletter/subscribing/jobs";
import { sweepNotices } from "@/lib/notifications/centre/jobs";
import { sendDigests } from "@/lib/notifications/digests/jobs";
import { notify } from "@/lib/notifications/jobs";
import { mailLine } from "@/lib/notifications/merging/jobs";
import { sendPasswordReset } from "@/lib/people/jobs";
import { findPersonActor } from "@/lib/people/queries";
import { sweepSignIns } from "@/lib/people/sign-in/jobs";
import { systemActor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { env, SettingsError } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/jobs/queue";
import { startWorker, type Tasks } from "@/lib/platform/jobs/runner";
import { log } from "@/lib/platform/log";
import { sendMail } from "@/lib/platform/mail/send";
import { sweepAddresses, sweepListMails, sweepMails } from "@/lib/platform/mail/sweep";
import { receiveUpload, sweepUploads } from "@/lib/platform/uploads/jobs";
import { sweepDeclarations } from "@/lib/reuse/declarations/jobs";
import { gatherWords } from "@/lib/search/words/jobs";
import { followMeetings } from "@/lib/sessions/conference/jobs";
import { sweepInterests } from "@/lib/sessions/interests/jobs";
import { approveAfterTerm, makePdfOf } from "@/lib/sessions/minutes/approval/jobs";
import { remindBeforeClosing } from "@/lib/sessions/polls/reminders/jobs";
import { expireRecordings, fetchRecordings } from "@/lib/sessions/recordings/jobs";
import { planMissingReminders, remindOf } from "@/lib/sessions/reminders/jobs";
import { endInvitations } from "@/lib/sessions/replies/jobs";
import { endInOrder } from "@/scripts/portal/end-in-order";

const tasks: Tasks = {
  notify,
  "mail-line": (payload, at) => mailLine(systemActor("mail-line", at), payload),
  "send-digests": (_payload, at) => sendDigests(systemActor("send-digests", at)),
  "send-mail": ({ mailId }, at) => sendMail(mailId, at),
  "send-password-reset": sendPasswordReset,
  "receive-upload": (payload, at) =>
    receiveUpload(systemActor("receive-upload", at), payload, {
      targets: uploadTargets,
      personAt: findPersonActor,
    }),
  "scan-object": (payload, at) => scanObject(systemActor("scan-object", at), payload, [recordWithheld]),
  "read-text": (payload, at) => readTextOf(systemActor("read-text", at), payload),
  "read-signatures": (payload, at) => readSignaturesOf(systemActor("read-signatures", at), payload),
  "catch-up-texts": async (_payload, at) => {
    await catchUpTexts(systemActor("catch-up-texts", at));
    await catchUpSignatures(systemActor("catch-up-texts", at));
  },
  "make-receipt": (payload, at) => makeReceiptOf(systemActor("make-receipt", at), payload),
  "make-register": (payload, at) => makeRegisterOf(systemActor("make-register", at), payload),
  "remind-body": async (payload, at) => {
    await remindBody(systemActor("remind-body", at), payload);
  },
  "remind-deliverables": (_payload, at) => remindOfDue(systemActor("remind-deliverables", at)),
  "remind-session": (payload, at) => remindOf(systemActor("remind-session", at), payload),
  "plan-reminders": (_payload, at) => planMissingReminders(systemActor("plan-reminders", at)),
  "end-invitations": (_payload, at) => endInvitations(systemActor("end-invitations", at)),
  "lock-approved": (_payload, at) => lockApproved(systemActor("lock-approved", at)),
  "make-minutes-pdf": (payload, at) => makePdfOf(systemActor("make-minutes-pdf", at), payload),
  "approve-minutes": (_payload, at) => approveAfterTerm(systemActor("approve-minutes", at)),
  "publish-announcement": (payload, at) =>
    publishAnnouncement(systemActor("publish-announcement", at), payload),
  "send-newsletter": async (payload, at) => {
    log.info({ mails: await sendNewsletter(systemActor("send-newsletter", at), payload) }, "issue sent");
  },
  "remind-polls": (_payload, at) => remindBeforeClosing(systemActor("remind-polls", at)),
  "publish-scheduled": async (_payload, at) => {
    await publishDue(systemActor("publish-scheduled", at));
  },
  "rebuild-derived": async (_payload, at) => {
    await rebuildPosts(systemActor("rebuild-derived", at));
    await rebuildMessages(systemActor("rebuild-derived", at));
    await rebuildAnnouncements(systemActor("rebuild-derived", at));
    await rebuildWelcomes(systemActor("rebuild-derived", at));
    await rebuildIssues(systemActor("rebuild-derived", at));
  },
  "gather-words": async (_payload, at) => {
    log.info({ words: await gatherWords(systemActor("gather-words", at)) }, "words gathered");
  },
  "follow-meetings": (_payload, at) => followMeetings(systemActor("follow-meetings", at)),
  "fetch-recordings": (_payload, at) => fetchRecordings(systemActor("fetch-recordings", at)),
  "expire-recordings": (_payload, at) => expireRecordings(systemActor("expire-recordings", at)),
  "purge-trash": async (_payload, at) => {
    log.info({ purged: await purgeTrash(systemActor("purge-trash", at)) }, "trash purged");
  },
  sweep: async (_payload, at) => {
    const actor = systemActor("sweep", at);
    await sweepSignIns(actor);
    await sweepMails(at);
    // Before the addresses from which mails came back are forgotten.
    await sweepNewsletter(actor);
    await sweepAddresses(at);
    await sweepListMails(at);
    await sweepInterests(actor);
    await sweepDeclarations(actor);
    await sweepNotices(actor);
    const uploads = await sweepUploads(actor);
    log.info({ uploads, removed: await sweepObjects(actor) }, "swept");
  },
};

// Times in UTC: the sweep in the small hours of Rome. A run that was missed while nothing ran is made up for.
const crontab = `
5 * * * * lock-approved ?fill=2h&max=3
*/5 * * * * follow-meetings ?max=1
20 * * * * fetch-recordings ?fill=2h&max=3
35 * * * * gather-words ?fill=2h&max=3
45 1 * * * expire-recordings ?fill=1d&max=3
*/10 * * * * end-invitations ?max=3
*/5 * * * * publish-scheduled ?max=3
10 * * * * approve-minutes ?fill=2h&max=3
40 6 * * * remind-deliverables ?fill=12h&max=3
2 5-18 * * * send-digests ?fill=12h&max=3
25 * * * * remind-polls ?fill=2h&max=3
15 1 * * * purge-trash ?fill=1d&max=3
30 1 * * * sweep ?fill=1d&max=3
`;

try {
  env();
  const worker = await startWorker(tasks, { crontab });
  await inTransaction(async (tx) => {
    // A new release may render otherwise than the one before.
    await enqueue(tx, "rebuild-derived", {}, { key: "rebuild-derived" });
    await enqueue(tx, "plan-reminders", {}, { key: "plan-reminders" });
    await enqueue(tx, "catch-up-texts", {}, { key: "catch-up-texts" });
    await enqueue(tx, "gather-words", {}, { key: "gather-words" });
  });
  log.info({ pid: process.pid }, "worker ready");
  endInOrder("worker", () =>
    // A job that does not end in time is left to the next worker.
    Promise.race([worker.stop().then(() => "clean"), wait(6_000, "cut", { ref: false })]),
  );
  await worker.ended;
} catch (error) {
  if (error instanceof SettingsError) console.error(error.message);
  else log.fatal({ err: error }, "worker broke down");
  process.exit(1);
}
