import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Archive } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; figures: { files: number; bytes: number } };

/** A programme's official file: what it holds, how much it is, and the way to it. */
export function DossierArchive({ slug, figures }: Props) {
  const t = useTranslations("dossier.page");
  const locale = useLocale() as Locale;
  return (
    <section aria-labelledby="dossier" className="space-y-4">
      <SectionHead size="area" id="dossier" title={t("dossier")} />
      <p className="max-w-prose">{t("dossierHolds")}</p>
      <p>{t("figures", { count: figures.files, size: formatSize(figures.bytes, locale) })}</p>
      <ButtonLink
        size={40}
        icon={<Archive />}
        href={{ url: `/api/archives/programmes/${encodeURIComponent(slug)}?locale=${locale}` }}
      >
        {t("takeDossier")}
      </ButtonLink>
    </section>
  );
}
