import { createTranslator } from "use-intl/core";
import { env } from "@/lib/platform/env";
import { escapeHtml } from "@/lib/platform/html-text";
import { loadMessages } from "@/lib/platform/i18n/load-messages";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";
import { replyMark } from "@/lib/platform/mail/inbound/reply-text";
import type { MailParams } from "@/lib/platform/mail/queue";
import { zone } from "@/lib/platform/rome-time";

/** A mail as it is sent. */
export type RenderedMail = { subject: string; text: string; html: string };

type Translate = ((key: string, values?: Record<string, string | number | Date>) => string) & {
  has(key: string): boolean;
};

/**
 * The texts of a template: `subject`, `body` (paragraphs apart by an empty line) and `action`, the words of the link.
 * The same content as plain text and as a page.
 */
export async function renderMail(mail: {
  template: string;
  locale: string;
  params: MailParams;
  /** what many mails say alike, between the template's text and its link */
  content?: { html: string; text: string; lang: string } | null;
  /** of the page that ends mails of this kind */
  unsubscribeToken?: string | null;
  /** what is typed in answer is read by the portal */
  mayAnswer?: boolean;
}): Promise<RenderedMail> {
  const locale = isLocale(mail.locale) ? mail.locale : routing.defaultLocale;
  const messages = await loadMessages(locale);
  const [feature, name] = mail.template.split(".");
  const texts = translator(locale, messages, `${feature}.mail.${name}`);
  const common = translator(locale, messages, "portal.mail");
  const values = Object.fromEntries(
    Object.entries(mail.params).map(([key, value]) => [
      key,
      typeof value === "number" ? value : String(value ?? ""),
    ]),
  );
  const subject = texts("subject", values).replace(/\s+/g, " ").trim();
  const paragraphs = texts("body", values)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  const link = mail.params.link ? new URL(mail.params.link, env().siteUrl).href : undefined;
  const action = link && texts.has("action") ? { label: texts("action", values), link } : undefined;
  const footer = common(mail.mayAnswer ? "footerAnswered" : "footer", { site: env().siteUrl });
  const mark = mail.mayAnswer ? `${replyMark} ${common("answerAbove")} ${replyMark}` : undefined;
  const ending = mail.unsubscribeToken
    ? { label: common("unsubscribe"), link: unsubscribeLink(mail.unsubscribeToken, locale) }
    : undefined;
  return {
    subject,
    text: [
      ...(mark ? [mark] : []),
      ...paragraphs,
      ...(mail.content ? [mail.content.text] : []),
      ...(action ? [`${action.label}:\n${action.link}`] : []),
      `-- \n${footer}${ending ? `\n${ending.label}:\n${ending.link}` : ""}`,
    ].join("\n\n"),
    html: page({
      locale,
      subject,
      paragraphs,
      footer,
      ...(mail.content ? { content: mail.content } : {}),
      ...(action ? { action } : {}),
      ...(ending ? { ending } : {}),
      ...(mark ? { mark } : {}),
    }),
  };
}

function unsubscribeLink(token: string, locale: Locale): string {
  return new URL(pagePath("/unsubscribe/[token]", { token }, locale), env().siteUrl).href;
}

function translator(locale: Locale, messages: Record<string, unknown>, namespace: string): Translate {
  const make = createTranslator as unknown as (options: Record<string, unknown>) => Translate;
  // A missing text must stop the mail: half a mail would reach a person.
  const onError = (error: Error) => {
    throw error;
  };
  return make({ locale, messages, namespace, timeZone: zone, onError });
}

type Page = {
  locale: Locale;
  subject: string;
  paragraphs: string[];
  footer: string;
  content?: { html: string; lang: string };
  action?: { label: string; link: string };
  ending?: { label: string; link: string };
  mark?: string;
};

// Readers of mail keep little of a style sheet: one column, sizes that grow with the reader's, colours of enough contrast.
function page({ locale, subject, paragraphs, footer, content, action, ending, mark }: Page): string {
  const body = paragraphs.map(
    (one) => `<p style="margin:0 0 1em">${escapeHtml(one).replaceAll("\n", "<br>")}</p>`,
  );
  const link = action
    ? [
        `<p style="margin:1.5em 0"><a href="${escapeHtml(action.link)}" style="display:inline-block;padding:.7em 1.2em;background:#0066cc;color:#ffffff;border-radius:4px;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>`,
        `<p style="margin:0 0 1em;font-size:.875em;word-break:break-all">${escapeHtml(action.link)}</p>`,
      ]
    : [];
  const end = ending
    ? `<br><a href="${escapeHtml(ending.link)}" style="color:#455a64">${escapeHtml(ending.label)}</a>`
    : "";
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:1.5em;background:#ffffff;color:#17324d;font-family:Titillium Web,Arial,sans-serif;font-size:1em;line-height:1.5">',
    '<main style="max-width:36em">',
    ...(mark ? [`<p style="margin:0 0 1.5em;font-size:.875em;color:#455a64">${escapeHtml(mark)}</p>`] : []),
    `<h1 style="font-size:1.375em;line-height:1.3;margin:0 0 1em">${escapeHtml(subject)}</h1>`,
    ...body,
    // Sanitised where it was written.
    ...(content ? [`<div lang="${escapeHtml(content.lang)}">${content.html}</div>`] : []),
    ...link,
    `<p style="margin:2em 0 0;padding-top:1em;border-top:1px solid #5b6f82;font-size:.875em;color:#455a64">${escapeHtml(footer)}${end}</p>`,
    "</main></body></html>",
  ].join("\n");
}
