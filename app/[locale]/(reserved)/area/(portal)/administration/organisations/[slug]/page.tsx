import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DoneNotice } from "@/components/people/done-notice";
import { OrganisationForm } from "@/components/people/organisation-form";
import { RemoveRepresentation, RepresentationEditor } from "@/components/people/representation-editor";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { getOrganisation, listOrganisationNames } from "@/lib/people/organisations/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { pageQuery, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getOrganisation);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const organisation = await open(slug);
  return { title: organisation.name };
}

export default async function OrganisationAdministrationPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const organisation = await open(slug);
  if (!organisation.canEdit) notFound();
  const removed = organisation.represents.find(({ id }) => id === one(query.remove));
  if (removed) return <RemoveRepresentation slug={slug} id={removed.id} name={removed.other.name} />;
  const [t, names] = await Promise.all([
    getTranslations("people.administration"),
    listOrganisationNames(actor),
  ]);
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={organisation.name}
        crumbs={[
          { label: t("title"), href: "/area/administration" },
          { label: t("organisations"), href: "/area/administration/organisations" },
          { label: organisation.shortName },
        ]}
        actions={
          <AppLink href={{ pathname: "/organisations/[slug]", params: { slug } }} className="py-1">
            {t("organisation.publicPage")}
          </AppLink>
        }
      />
      <DoneNotice done={one(query.done)} />
      <section aria-labelledby="edit" className="space-y-5">
        <SectionHead id="edit" size="area" title={t("organisation.edit")} />
        <OrganisationForm key={organisation.version} organisation={organisation} />
      </section>
      <RepresentationEditor organisation={organisation} organisations={names} />
    </div>
  );
}
