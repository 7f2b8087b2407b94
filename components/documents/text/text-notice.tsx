import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { TextFacts } from "@/lib/documents/text/queries";

/** Why there is no text of a file; nothing where there is one. */
export function TextNotice({ facts }: { facts: TextFacts }) {
  const t = useTranslations("file-text.state");
  if (!facts || facts.state === "WAITING") return <Notice title={t("none")}>{t("noneNext")}</Notice>;
  if (facts.reason !== null)
    return <Notice title={t("failed")}>{t(`reasons.${facts.reason as "damaged"}`)}</Notice>;
  return facts.length === 0 ? <Notice title={t("empty")}>{t("emptyNext")}</Notice> : null;
}
