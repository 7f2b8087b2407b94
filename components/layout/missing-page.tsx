import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

/**
 * What stands where no page is. Next sends it along with every page, in case the page turns out not to be there: so it
 * is small, and the frame around it comes from the layout.
 */
export function MissingPage() {
  const t = useTranslations("shell.notFound");
  return (
    <div className="mx-auto max-w-[80rem] px-4 py-16 sm:px-10">
      <h1 className="font-bold text-4xl leading-tight">{t("title")}</h1>
      <p className="mt-4 max-w-[44rem]">{t("text")}</p>
      <p className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/">{t("home")}</ButtonLink>
        <ButtonLink href="/search" variant="outline">
          {t("search")}
        </ButtonLink>
      </p>
    </div>
  );
}
