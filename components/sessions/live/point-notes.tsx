import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { notesKey } from "@/components/sessions/live/left-notes";
import { NotesField } from "@/components/sessions/live/notes-field";
import { notesAddress, useNotesTexts } from "@/components/sessions/live/notes-words";
import type { PointPlace } from "@/components/sessions/live/place";
import { addressOf } from "@/components/ui/app-link";
import { Prose } from "@/components/ui/prose";
import { formatInstant, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay } from "@/lib/platform/rome-time";
import type { LivePoint, Written } from "@/lib/sessions/live/queries";

type Props = {
  point: LivePoint & { written: Written };
  place: PointPlace;
  title: string;
  now: Date;
  mayWrite: boolean;
  keep: FormAction;
};

/** The notes of a point, which are its text in the minutes: to be typed, or to be read once they are locked. */
export function PointNotes({ point, place, title, now, mayWrite, keep }: Props) {
  const t = useTranslations("live.notes");
  const locale = useLocale() as Locale;
  const texts = useNotesTexts();
  const { written, item } = point;
  if (!mayWrite) return written.html ? <Prose html={written.html} lang={written.lang} /> : null;
  const words = <Key extends string>(...keys: Key[]) =>
    Object.fromEntries(keys.map((key) => [key, t(key as "label")])) as Record<Key, string>;
  const message = written.at
    ? t("keptBy", { who: written.who ?? t("somebody"), when: shortly(written.at, now) })
    : t("empty");
  const href = {
    pathname: "/area/programmes/[slug]/sessions/[id]/live" as const,
    params: { slug: place.slug, id: place.id },
    query: { point: item },
  };
  return (
    <ActionForm
      action={keep}
      id={`notes-${item}`}
      hidden={{ id: place.id, item }}
      fieldLabels={{ text: t("label") }}
      className="space-y-3"
    >
      <NotesField
        address={notesAddress(place.id, locale)}
        item={item}
        title={title}
        storeKey={notesKey({ session: place.id, reader: place.reader }, item)}
        known={{ text: written.markdown, version: written.version, message }}
        pageHref={`${addressOf(href, locale)}#point-${item}`}
        rows={point.time.state === "running" ? 6 : 2}
        lang={written.lang}
        texts={{
          ...texts,
          ...words("hint", "save", "typing"),
          ...words("conflict", "conflictText", "theirText", "theirEmpty", "mine", "below", "theirsKeep"),
          ...words("over", "overHint"),
          short: t("label"),
          label: t("labelOf", { title }),
        }}
      />
    </ActionForm>
  );

  function shortly(at: Date, today: Date): string {
    return romeDay(at) === romeDay(today) ? formatTime(at, locale) : formatInstant(at, locale);
  }
}
