import nodemailer from "nodemailer";
import type { RenderedMail } from "@/lib/platform/mail/render";

/** One mail for one address. */
export type Envelope = RenderedMail & {
  messageId: string;
  from: string;
  to: string;
  locale: string;
  calendar?: { content: string; method: string };
  /** of the conversation that it belongs to, as an identifier of mails */
  conversationId?: string;
  /** where an answer goes, when that is not the sender */
  replyTo?: string;
  /** to which a server says that the mail cannot be delivered, when that is not the sender */
  returnTo?: string;
  /** names the list that it belongs to (RFC 2919) */
  listId?: string;
  /** ends mails of this kind when something is posted to it (RFC 8058) */
  oneClickUrl?: string;
};

/** "permanent": no use in trying again. */
export class DeliveryError extends Error {
  constructor(
    readonly kind: "temporary" | "permanent",
    /** reply code of the server, or the kind of fault: never an address or a text */
    readonly reason: string,
    options?: ErrorOptions & {
      /** the server knows no such recipient: nothing of ours is at fault */
      ofAddress?: boolean;
    },
  ) {
    super(`${kind}: ${reason}`, options);
    this.name = "DeliveryError";
    this.ofAddress = options?.ofAddress ?? false;
  }

  readonly ofAddress: boolean;
}

// A server that accepts the connection and then says nothing must not hold the worker.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands a mail to the SMTP server.
 * @throws DeliveryError
 */
export async function deliver(smtpUrl: string, mail: Envelope, timeouts = patience): Promise<void> {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  });
  try {
    await transport.sendMail({
      messageId: mail.messageId,
      from: mail.from,
      to: mail.to,
      ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
      ...(mail.returnTo ? { envelope: { from: mail.returnTo, to: mail.to } } : {}),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: {
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.locale,
        ...(mail.listId ? { "List-Id": `<${mail.listId}>` } : {}),
        ...(mail.oneClickUrl ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
      },
      ...(mail.oneClickUrl ? { list: { unsubscribe: mail.oneClickUrl } } : {}),
      ...(mail.conversationId ? { inReplyTo: mail.conversationId, references: mail.conversationId } : {}),
      ...(mail.calendar
        ? {
            icalEvent: {
              filename: "invito.ics",
              method: mail.calendar.method,
              content: mail.calendar.content,
            },
          }
        : {}),
    });
  } catch (error) {
    const { responseCode, code, command } = error as Partial<
      Record<"code" | "command", string> & { responseCode: number }
    >;
    // 5xx at sign-in is a fault of our settings, which somebody can repair; 5xx about the mail is final.
    const permanent = (responseCode ?? 0) >= 500 && code !== "EAUTH" && code !== "ECONNECTION";
    const reason = [code, responseCode].filter(Boolean).join(" ") || "unknown";
    throw new DeliveryError(permanent ? "permanent" : "temporary", reason, {
      cause: error,
      ofAddress: permanent && command === "RCPT TO",
    });
  } finally {
    transport.close();
  }
}
