import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";
import type { ProgrammeHead } from "@/lib/programmes/queries";

/** The programmes of the portal that are about smart working. */
export function RelatedProgrammes({ programmes }: { programmes: ProgrammeHead[] }) {
  const t = useTranslations("smart-working.related");
  if (programmes.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <SectionHead id="related" title={t("title")} link={{ href: "/programmes", label: t("all") }} />
      <ul className="divide-y divide-hairline border-hairline border-b">
        {programmes.map(({ slug, title, lang, summary, promoter, sourceTitle }) => (
          <li key={slug} className="py-5">
            <h3 className="text-h4">
              <AppLink
                href={{ pathname: "/programmes/[slug]", params: { slug } }}
                lang={lang}
                className="hover:underline"
              >
                {title}
              </AppLink>
            </h3>
            <p lang={lang} className="measure mt-1">
              {summary}
            </p>
            <p className="mt-1 text-meta text-muted">
              {t("promoter", { name: promoter.name })}
              {sourceTitle ? (
                <>
                  {". "}
                  {t("source")} <span lang={lang}>{sourceTitle}</span>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
