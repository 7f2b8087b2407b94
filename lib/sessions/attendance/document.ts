import { formatInstant, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translator";
import { type Block, makePdf } from "@/lib/platform/pdf";
import type { Attendee } from "@/lib/sessions/attendance/by-body";
import type { Register } from "@/lib/sessions/attendance/queries";
import { lengthInMinutes } from "@/lib/sessions/schedule-checks";

/** Lines for people whom nobody expected, on the register that is to be signed. */
const blankLines = 4;

/** The register of a session, to be signed or with who was there: a page of names by body. */
export async function makeRegister(register: Register, madeAt: Date, locale: Locale): Promise<Uint8Array> {
  const t = await translatorFor(locale, "attendance.register");
  const words = await translatorFor(locale, "attendance");
  const title = t(register.isRecorded ? "titleRecorded" : "titleToSign");
  return makePdf({
    title: `${title}: ${register.title}`,
    locale,
    madeAt,
    blocks: [
      { kind: "title", text: title },
      { kind: "heading", text: register.title },
      { kind: "facts", facts: sessionFacts(register, { t: words, locale }) },
      register.isRecorded ? recorded(register.people, t, words) : toSign(register.people, t),
      { kind: "note", text: t("madeAt", { at: formatInstant(madeAt, locale) }) },
      { kind: "signatures", labels: [t("signature")] },
    ],
  });
}

type Words = { t: Translate; locale: Locale };
type Facts = Pick<
  Register,
  "programme" | "startsAt" | "endsAt" | "announcedMinutes" | "announcedNote" | "actual" | "mode" | "place"
>;

/** When and where, and the lengths that were announced, scheduled and, where it is known, real. */
export function sessionFacts(session: Facts, { t, locale }: Words): { label: string; value: string }[] {
  const { startsAt, endsAt, announcedMinutes, announcedNote, actual } = session;
  const announced = [announcedMinutes === null ? null : duration(announcedMinutes, t), announcedNote];
  const fact = (key: string, value: string) => ({ label: t(`facts.${key}`), value });
  return [
    fact("programme", session.programme.title),
    fact("promoter", session.programme.promoter.name),
    fact("when", formatRange(startsAt, endsAt, locale)),
    fact("where", [t(`mode.${session.mode}`), session.place].filter(Boolean).join(", ")),
    fact("scheduled", duration(lengthInMinutes(startsAt, endsAt), t)),
    ...(announced.some(Boolean) ? [fact("announced", announced.filter(Boolean).join(", "))] : []),
    ...(actual
      ? [
          fact(
            "actual",
            t("facts.actualValue", {
              range: formatRange(actual.startsAt, actual.endsAt, locale),
              length: duration(lengthInMinutes(actual.startsAt, actual.endsAt), t),
            }),
          ),
        ]
      : []),
  ];
}

/** A length of time in words. */
export function duration(minutes: number, t: Translate): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return t("duration", { hours, minutes: rest, both: hours > 0 && rest > 0 ? "yes" : "no" });
}

function toSign(people: readonly Attendee[], t: Translate): Block {
  return {
    kind: "table",
    rowHeight: 30,
    columns: [
      { header: t("name"), share: 3 },
      { header: t("body"), share: 3 },
      { header: t("arrival"), share: 1.2 },
      { header: t("sign"), share: 3 },
    ],
    rows: [
      ...people.map((one) => [one.name, one.body ?? t("noBody"), "", ""]),
      ...Array.from({ length: blankLines }, () => ["", "", "", ""]),
    ],
  };
}

function recorded(people: readonly Attendee[], t: Translate, words: Translate): Block {
  return {
    kind: "table",
    columns: [
      { header: t("name"), share: 3 },
      { header: t("body"), share: 3 },
      { header: t("presence"), share: 1.6 },
      { header: t("reason"), share: 3 },
    ],
    rows: people.map((one) => [
      one.name,
      one.body ?? t("noBody"),
      presence(one, t),
      [one.absenceKind && words(`kind.${one.absenceKind}`), one.absenceReason].filter(Boolean).join(": "),
    ]),
  };
}

function presence({ present, isInvited }: Attendee, t: Translate): string {
  if (present === null) return t("notSaid");
  if (!present) return t("absent");
  return isInvited ? t("present") : t("presentUninvited");
}
