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
import { Pager } from "@/components/ui/pager";
import { listOrganisations } from "@/lib/people/organisations/queries";
import { organisationFiltersSchema, organisationKinds } from "@/lib/people/organisations/schema";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given, one } from "@/lib/platform/lists/query";

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
  const query = await searchParams;
  const { kind, q } = organisationFiltersSchema.parse(query);
  const page = await listOrganisations(visitorActor(now()), { kind, text: q }, { after: one(query.after) });
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead
          title={t("organisations.title")}
          lead={t("organisations.lead")}
          note={t("organisations.count", { count: page.total })}
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
              options={organisationKinds.map((each) => ({ value: each, label: t(`kindsPlural.${each}`) }))}
            />
          </ListFilters>
          {page.rows.length > 0 ? (
            <>
              <OrganisationList organisations={page.rows} />
              <Pager
                next={
                  page.next
                    ? { pathname: "/organisations", query: { ...given({ kind, q }), after: page.next } }
                    : undefined
                }
              />
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
