import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Issue = { id: string; title: string; lang: string; sentAt: Date };

/** Issues that have gone out, latest first, each with its page. */
export function SentIssues({ slug, issues }: { slug: string; issues: Issue[] }) {
  const t = useTranslations("newsletter.archive");
  const locale = useLocale() as Locale;
  return (
    <ol className="max-w-[54rem] border-hairline border-t">
      {issues.map(({ id, title, lang, sentAt }) => (
        <li key={id} className="space-y-1 border-hairline border-b py-4">
          <h2 lang={lang} className="font-semibold text-[1.125rem]">
            <AppLink href={{ pathname: "/programmes/[slug]/newsletter/[id]", params: { slug, id } }}>
              {title}
            </AppLink>
          </h2>
          <p className="text-meta text-muted">{t("sent", { when: formatInstant(sentAt, locale) })}</p>
        </li>
      ))}
    </ol>
  );
}
