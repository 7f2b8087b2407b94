import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ReuseItemPage } from "@/lib/reuse/queries";

type Withdrawn = Pick<ReuseItemPage, "withdrawnAt" | "withdrawalReason" | "withdrawalNote">;

/** In place of the files of an item that was withdrawn: when, and why. */
export function WithdrawnNotice({ item }: { item: Withdrawn }) {
  const t = useTranslations("reuse");
  const locale = useLocale() as Locale;
  if (!item.withdrawnAt || !item.withdrawalReason) return null;
  return (
    <Notice tone="warning" title={t("item.withdrawnTitle", { date: formatDay(item.withdrawnAt, locale) })}>
      <p>
        {t(`reasons.${item.withdrawalReason}`)}.{" "}
        {item.withdrawalNote ? <span lang="it">{item.withdrawalNote}</span> : null}
      </p>
      <p className="mt-1">{t("item.withdrawnNext")}</p>
    </Notice>
  );
}
