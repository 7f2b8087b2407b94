import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { ButtonLink } from "@/components/ui/button";
import { getSite } from "@/lib/platform/settings/site";

export default async function NotFound() {
  const [t, site] = await Promise.all([getTranslations("shell"), getSite()]);
  return (
    <PublicShell site={site}>
      <div className="mx-auto max-w-[80rem] px-4 py-16 sm:px-10">
        <h1 className="font-bold text-4xl leading-tight">{t("notFound.title")}</h1>
        <p className="mt-4 max-w-[44rem]">{t("notFound.text")}</p>
        <p className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/">{t("notFound.home")}</ButtonLink>
          <ButtonLink href="/search" variant="outline">
            {t("notFound.search")}
          </ButtonLink>
        </p>
      </div>
    </PublicShell>
  );
}
