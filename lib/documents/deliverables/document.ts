import { formatDay, formatInstant, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { makePdf } from "@/lib/platform/pdf";

export type ReceiptFacts = {
  number: number;
  year: number;
  submittedAt: Date;
  isLate: boolean;
  dueAt: Date;
  programme: string;
  request: string;
  body: string;
  person: string;
  filename: string;
  fileVersion: number;
  size: number;
  sha256: string;
  /** where it was registered already */
  protocol?: { number: string | null; date: Date | null; pec: string | null };
};

/** The receipt of a submission: who sent what for whom, when, with number and hash. A document apart: the file stays as sent. */
export async function makeReceipt(receipt: ReceiptFacts, locale: Locale): Promise<Uint8Array> {
  const t = await translatorFor(locale, "documents.receipt");
  const title = t("title", { number: `${receipt.number}/${receipt.year}` });
  const fact = (key: string, value: string) => ({ label: t(key), value });
  return makePdf({
    title,
    locale,
    madeAt: receipt.submittedAt,
    blocks: [
      { kind: "title", text: title },
      { kind: "text", text: t("intro") },
      {
        kind: "facts",
        facts: [
          fact("programme", receipt.programme),
          fact("request", receipt.request),
          fact("body", receipt.body),
          fact("person", receipt.person),
          fact("submittedAt", formatInstant(receipt.submittedAt, locale)),
          fact("dueAt", formatInstant(receipt.dueAt, locale)),
          fact("punctuality", receipt.isLate ? t("late") : t("onTime")),
          fact("file", t("fileWithVersion", { name: receipt.filename, version: receipt.fileVersion })),
          fact("size", formatSize(receipt.size, locale)),
          fact("sha256", receipt.sha256),
          ...protocolFacts(),
        ],
      },
      { kind: "note", text: t("note") },
    ],
  });

  function protocolFacts() {
    const { number, date, pec } = receipt.protocol ?? { number: null, date: null, pec: null };
    const day = date ? formatDay(date, locale) : "";
    return [
      ...(number ? [fact("protocol", t("protocolOf", { number, day }))] : []),
      ...(pec ? [fact("pec", pec)] : []),
    ];
  }
}
