import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TextInput } from "@/components/form/text-input";
import { OrganisationTable } from "@/components/people/organisation-table";
import { ButtonLink } from "@/components/ui/button";
import { Plus } from "@/components/ui/icons";
import { ListFilters } from "@/components/ui/list-filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { listOrganisationsForAdministration } from "@/lib/people/organisations/queries";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("organisations") };
}

export default async function OrganisationsAdministrationPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const text = one(query.q)?.slice(0, 200);
  const [t, page] = await onPage(
    Promise.all([
      getTranslations("people"),
      listOrganisationsForAdministration(actor, { text }, { after: one(query.after) }),
    ]),
  );
  const here = "/area/administration/organisations" as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("administration.organisations")}
        lead={t("administration.organisationsLead")}
        crumbs={[
          { label: t("administration.title"), href: "/area/administration" },
          { label: t("administration.organisations") },
        ]}
        actions={
          <ButtonLink size={40} icon={<Plus />} href="/area/administration/organisations/new">
            {t("administration.organisation.new")}
          </ButtonLink>
        }
      />
      <ListFilters action={getPathname({ href: here, locale })} reset={text ? here : undefined}>
        <TextInput name="q" label={t("organisations.filterText")} type="search" defaultValue={text} />
      </ListFilters>
      <OrganisationTable organisations={page.rows} />
      <Pager
        next={page.next ? { pathname: here, query: { ...given({ q: text }), after: page.next } } : undefined}
      />
    </div>
  );
}
