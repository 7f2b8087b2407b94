import { useLocale, useTranslations } from "next-intl";
import { Link2, Mail } from "@/components/ui/icons";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { programme: { slug: string; title: string }; origin?: string };

/** Ways to pass a page on that tell nobody: the address itself, a mail, a feed. */
export function ShareLinks({ programme, origin = "" }: Props) {
  const t = useTranslations("programmes.share");
  const locale = useLocale() as Locale;
  const path = getPathname({
    href: { pathname: "/programmes/[slug]", params: { slug: programme.slug } },
    locale,
  });
  const mail = `mailto:?subject=${encodeURIComponent(programme.title)}&body=${encodeURIComponent(`${origin}${path}`)}`;
  const look = "inline-flex items-center gap-2 py-1 font-semibold [&_svg]:size-5";
  return (
    <aside aria-label={t("label")} className="no-print border-hairline border-t">
      <div className="page-width flex flex-wrap items-center gap-x-7 gap-y-2 py-5 text-base">
        <p className="font-semibold">{t("title")}</p>
        <a href={mail} className={look}>
          <Mail />
          {t("mail")}
        </a>
        <a href={path} className={look}>
          <Link2 />
          {t("address")}
        </a>
      </div>
    </aside>
  );
}
