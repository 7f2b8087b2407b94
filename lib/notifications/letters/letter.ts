import type { findEvent, Recipient } from "@/lib/notifications/queries";
import type { Subject } from "@/lib/notifications/subject";
import type { MailParams, NewMail } from "@/lib/platform/mail/queue";

export type LoggedEvent = NonNullable<Awaited<ReturnType<typeof findEvent>>>;

/** What is told to one person. */
export type Letter = {
  person: Recipient;
  params: MailParams;
  calendar?: NonNullable<NewMail["calendar"]>;
  /** what it is about, where that is not what the event is about */
  subject?: Subject;
  /** told on the page, with no mail whatever was chosen */
  onPageAlone?: boolean;
  /** what an answer by mail is written into */
  repliesTo?: string;
};
