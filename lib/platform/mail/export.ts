import { z } from "zod";
import { MailState } from "@/lib/platform/db/generated/enums";
import { readCursor } from "@/lib/platform/lists/cursor";
import { exportable } from "@/lib/platform/lists/definition";
import { listMails, type OutboxMail } from "@/lib/platform/mail/queries";

/** The outbox as a file: envelopes and states. */
export const mailsList = exportable<OutboxMail, { state?: MailState }>({
  name: "mails",
  namespace: "portal",
  isPersonal: true,
  filters: z.object({ state: z.enum(MailState).optional() }),
  columns: [
    { key: "createdAt", header: "outbox.createdAt", value: (mail) => mail.createdAt },
    { key: "to", header: "outbox.to", value: (mail) => mail.toAddress },
    { key: "template", header: "outbox.template", value: (mail) => mail.template },
    { key: "state", header: "outbox.state", value: (mail, { t }) => t(`outbox.states.${mail.state}`) },
    { key: "attempts", header: "outbox.attempts", value: (mail) => mail.attempts, numeric: true },
    { key: "lastError", header: "outbox.lastError", value: (mail) => mail.lastError },
    { key: "sentAt", header: "outbox.sentAt", value: (mail) => mail.sentAt },
  ],
  page(actor, filters, { after, size }) {
    const cursor = readCursor(after);
    return listMails(actor, filters, { size, ...(cursor ? { after: cursor } : {}) });
  },
});
