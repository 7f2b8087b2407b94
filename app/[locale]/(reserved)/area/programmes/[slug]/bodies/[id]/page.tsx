import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BodySection } from "@/components/people/body-section";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { getBodyOfProgramme } from "@/lib/people/members/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getBodyOfProgramme);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "people.members" });
  const { body } = await open(slug, id);
  return { title: pageTitle(t("title"), body.name) };
}

export default async function BodyPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("people.members");
  const { body, canSelect } = await open(slug, id);
  const bodies = { pathname: "/area/programmes/[slug]/bodies", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={body.name}
        crumbs={[{ label: t("title"), href: bodies }, { label: body.name }]}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <AppLink href={{ pathname: "/organisations/[slug]", params: { slug: body.slug } }} className="py-1">
          {t("publicPage")}
        </AppLink>
        {canSelect ? (
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/settings/enrolments/[id]",
              params: { slug, id: body.enrolmentId },
            }}
            className="py-1"
          >
            {t("selection")}
          </AppLink>
        ) : null}
      </div>
      <BodySection slug={slug} body={body} level={2} />
    </div>
  );
}
