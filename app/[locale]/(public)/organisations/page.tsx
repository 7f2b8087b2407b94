import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Band } from "@/components/layout/band";
import { OrganisationList } from "@/components/people/organisation-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { ListFilters } from "@/components/ui/list-filters";
import { PageHead } from "@/components/ui/page-head";
import { listOrganisations } from "@/lib/people/organisations/queries";
import { organisationFiltersSchema, organisationKinds } from "@/lib/people/organisations/schema";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "people.organisations" });
  const address = (language: Locale) => getPathname({ href: "/organisations", locale: language });
  return {
    title: t("title"),
    description: t("description"),
    alternates: { canonical: address(locale), languages: { it: address("it"), en: address("en") } },
  };
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("people");
  const { kind, q } = organisationFiltersSchema.parse(await searchParams);
  const organisations = await listOrganisations(visitorActor(now()), { kind, text: q });
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead
          title={t("organisations.title")}
          lead={t("organisations.lead")}
          note={t("organisations.count", { count: organisations.length })}
        />
      </Band>
      <Band room="tight">
        <div className="space-y-10">
          <ListFilters
            action={getPathname({ href: "/organisations", locale })}
            reset={kind || q ? "/organisations" : undefined}
          >
            <TextInput name="q" label={t("organisations.filterText")} defaultValue={q} type="search" />
            <Select
              name="kind"
              label={t("organisations.filterKind")}
              placeholder={t("organisations.allKinds")}
              defaultValue={kind}
              options={organisationKinds.map((one) => ({ value: one, label: t(`kindsPlural.${one}`) }))}
            />
          </ListFilters>
          {organisations.length > 0 ? (
            <>
              <OrganisationList organisations={organisations} />
              <ListDownload list="organisations" filters={{ kind, q }} />
            </>
          ) : (
            <EmptyState title={t("organisations.none")}>
              <p>{t("organisations.noneNext")}</p>
            </EmptyState>
          )}
        </div>
      </Band>
    </>
  );
}
