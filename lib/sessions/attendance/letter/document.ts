import { formatDay, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translator";
import { type Block, makePdf } from "@/lib/platform/pdf";
import { romeInstant } from "@/lib/platform/rome-time";
import type { Letter } from "@/lib/sessions/attendance/letter/queries";

/** The convening letter to one body: when, where, about what, and who of it is convened. */
export async function makeLetter(letter: Letter, locale: Locale): Promise<Uint8Array> {
  const t = await translatorFor(locale, "attendance.letter");
  const words = await translatorFor(locale, "attendance");
  return makePdf({
    title: t("documentTitle", { session: letter.title }),
    locale,
    madeAt: letter.convenedAt,
    blocks: [
      { kind: "text", text: letter.programme.promoter },
      { kind: "text", text: protocolLine(letter, t, locale) },
      { kind: "text", text: letter.body ? t("to", { body: letter.body }) : t("toTeam") },
      { kind: "title", text: t("title") },
      {
        kind: "text",
        text: t("text", { session: letter.title, programme: letter.programme.title }),
      },
      {
        kind: "facts",
        facts: [
          { label: words("facts.when"), value: formatRange(letter.startsAt, letter.endsAt, locale) },
          {
            label: words("facts.where"),
            value: [words(`mode.${letter.mode}`), letter.place].filter(Boolean).join(", "),
          },
        ],
      },
      ...(letter.description ? [{ kind: "text" as const, text: letter.description }] : []),
      ...agenda(letter, t),
      { kind: "heading", text: t("people") },
      { kind: "table", columns: [{ header: t("name"), share: 1 }], rows: letter.people.map((one) => [one]) },
      ...(letter.mode === "IN_PERSON" ? [] : [{ kind: "note" as const, text: t("room") }]),
      { kind: "signatures", labels: [t("signature", { promoter: letter.programme.promoter })] },
    ],
  });
}

function protocolLine({ protocol, convenedAt }: Letter, t: Translate, locale: Locale): string {
  if (!protocol) return t("date", { day: formatDay(convenedAt, locale) });
  const { number, date } = protocol;
  const day = formatDay(date ? romeInstant(date, "12:00") : convenedAt, locale);
  return t("protocol", { number, day });
}

function agenda({ agenda: points }: Letter, t: Translate): Block[] {
  if (points.length === 0) return [];
  return [
    { kind: "heading", text: t("agenda") },
    {
      kind: "table",
      columns: [
        { header: t("point"), share: 4 },
        { header: t("owner"), share: 2.4 },
        { header: t("minutes"), share: 1 },
      ],
      rows: points.map(({ title, owner, minutes }, index) => [
        `${index + 1}. ${title}`,
        owner ?? "",
        minutes === null ? "" : String(minutes),
      ]),
    },
  ];
}
