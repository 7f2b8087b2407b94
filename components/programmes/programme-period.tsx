import { useLocale, useTranslations } from "next-intl";
import type { SourceDate } from "@/lib/platform/source-date";
import { periodInWords } from "@/lib/programmes/period";

type Props = { begin: SourceDate | null; end: SourceDate | null };

/** From when to when, with what the source does not say. */
export function ProgrammePeriod(props: Props) {
  const t = useTranslations("programmes.period");
  return periodInWords(props, useLocale(), { noBegin: t("noBegin"), noEnd: t("noEnd"), none: t("none") });
}
