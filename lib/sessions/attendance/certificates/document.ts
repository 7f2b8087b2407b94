import { formatDay, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { makePdf } from "@/lib/platform/pdf";
import type { Certificate } from "@/lib/sessions/attendance/certificates/queries";
import { sessionFacts } from "@/lib/sessions/attendance/document";

/**
 * The certificate as a document. It is made of what is kept with it and of nothing else, neither the clock nor who asks,
 * so that each print is the same to the last byte.
 */
export async function makeCertificate(certificate: Certificate, locale: Locale): Promise<Uint8Array> {
  const t = await translatorFor(locale, "attendance.certificate");
  const words = await translatorFor(locale, "attendance");
  const { facts, issuedAt, amendedAt } = certificate;
  const moment = (text: string) => new Date(text);
  const session = {
    ...facts,
    programme: { title: facts.programme, promoter: { name: facts.promoter } },
    startsAt: moment(facts.startsAt),
    endsAt: moment(facts.endsAt),
    actual:
      facts.actualStartsAt && facts.actualEndsAt
        ? { startsAt: moment(facts.actualStartsAt), endsAt: moment(facts.actualEndsAt) }
        : null,
  };
  const number = `${certificate.number}/${certificate.year}`;
  return makePdf({
    title: t("documentTitle", { number, person: facts.person }),
    locale,
    madeAt: amendedAt ?? issuedAt,
    blocks: [
      { kind: "title", text: t("title") },
      { kind: "text", text: t("number", { number, day: formatDay(issuedAt, locale) }) },
      {
        kind: "text",
        text: t("text", {
          person: facts.person,
          body: facts.body ?? "none",
          session: facts.session,
          when: formatRange(session.startsAt, session.endsAt, locale),
        }),
      },
      { kind: "facts", facts: sessionFacts(session, { t: words, locale }) },
      ...(amendedAt
        ? [{ kind: "text" as const, text: t("amended", { day: formatDay(amendedAt, locale) }) }]
        : []),
      { kind: "note", text: t("note") },
      { kind: "signatures", labels: [t("signature", { promoter: facts.promoter })] },
    ],
  });
}
