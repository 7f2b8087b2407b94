import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { OrganisationProgrammes } from "@/components/people/organisation-programmes";
import { RepresentationList } from "@/components/people/representation-list";
import { AppLink } from "@/components/ui/app-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { Building2, MapPin } from "@/components/ui/icons";
import { MetaItem, PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { getOrganisation } from "@/lib/people/organisations/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

const getPublic = (slug: string) => onPage(getOrganisation(visitorActor(now()), slug));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const t = await getTranslations({ locale, namespace: "people.organisations" });
  const organisation = await getPublic(slug);
  const address = (language: Locale) =>
    getPathname({ href: { pathname: "/organisations/[slug]", params: { slug } }, locale: language });
  return {
    title: organisation.name,
    description: organisation.description ?? t("description"),
    alternates: { canonical: address(locale), languages: { it: address("it"), en: address("en") } },
  };
}

export default async function OrganisationPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("people");
  const organisation = await getPublic(slug);
  const place = [organisation.city, organisation.province].filter(Boolean).join(", ");
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead
          title={organisation.name}
          lead={organisation.description ? <span lang="it">{organisation.description}</span> : undefined}
          crumbs={[
            { label: t("organisations.title"), href: "/organisations" },
            { label: organisation.shortName },
          ]}
          meta={
            <>
              <MetaItem icon={<Building2 />}>{t(`kinds.${organisation.kind}`)}</MetaItem>
              {place ? <MetaItem icon={<MapPin />}>{place}</MetaItem> : null}
              {organisation.isDemo ? <span>{t("organisations.demo")}</span> : null}
            </>
          }
        />
      </Band>
      <Band>
        <div className="max-w-[48rem] space-y-12">
          <section aria-labelledby="programmes" className="space-y-4">
            <SectionHead id="programmes" title={t("organisations.programmes")} />
            <OrganisationProgrammes programmes={organisation.programmes} />
          </section>
          {organisation.represents.length > 0 ? (
            <section aria-labelledby="represents">
              <SectionHead id="represents" title={t("organisations.represents")} />
              <RepresentationList rows={organisation.represents} />
            </section>
          ) : null}
          {organisation.representedBy.length > 0 ? (
            <section aria-labelledby="represented-by">
              <SectionHead id="represented-by" title={t("organisations.representedBy")} />
              <RepresentationList rows={organisation.representedBy} />
            </section>
          ) : null}
          {organisation.website ? (
            <DefinitionList
              look="rows"
              items={[
                {
                  term: t("organisations.website"),
                  value: (
                    <AppLink href={{ url: organisation.website }}>
                      {new URL(organisation.website).hostname}
                    </AppLink>
                  ),
                },
              ]}
            />
          ) : null}
        </div>
      </Band>
    </>
  );
}
