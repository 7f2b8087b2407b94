import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Mail } from "@/components/ui/icons";

/** Says, where somebody reads what came of a programme, that news come by mail too. */
export function NewsletterOffer({ slug }: { slug?: string }) {
  const t = useTranslations("newsletter.offer");
  return (
    <p className="no-print flex flex-wrap items-center gap-x-5 gap-y-2 border-hairline border-t pt-5">
      <span className="inline-flex items-center gap-2 [&_svg]:size-5">
        <Mail />
        {t("text")}
      </span>
      <AppLink
        href={slug ? { pathname: "/newsletter", query: { programme: slug } } : "/newsletter"}
        className="font-semibold"
      >
        {t("subscribe")}
      </AppLink>
      {slug ? (
        <AppLink
          href={{ pathname: "/programmes/[slug]/newsletter", params: { slug } }}
          className="font-semibold"
        >
          {t("archive")}
        </AppLink>
      ) : null}
    </p>
  );
}
