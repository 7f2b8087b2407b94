import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ExternalLink } from "@/components/ui/icons";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ReuseItemPage } from "@/lib/reuse/queries";

/** Organisations that say what they use an item for, as a coordinator has read it. */
export function ReuserList({ declarations }: { declarations: ReuseItemPage["declarations"] }) {
  const t = useTranslations("reuse.item");
  const locale = useLocale() as Locale;
  return (
    <ul className="divide-y divide-hairline border-hairline border-b">
      {declarations.map((one) => (
        <li key={one.id} className="py-4">
          <p className="font-semibold [overflow-wrap:anywhere]">
            {one.organisationName}
            {one.confirmedAt ? (
              <span className="font-normal text-meta text-muted">
                , {t("since", { date: formatDay(one.confirmedAt, locale) })}
              </span>
            ) : null}
          </p>
          <p lang={one.lang} className="measure mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
            {one.purpose}
          </p>
          {one.url ? (
            <p className="mt-1 text-meta">
              <AppLink
                href={{ url: one.url }}
                rel="nofollow ugc"
                className="inline-flex items-center gap-1.5"
              >
                <ExternalLink className="size-4" />
                {t("theirPage", { organisation: one.organisationName })}
              </AppLink>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
