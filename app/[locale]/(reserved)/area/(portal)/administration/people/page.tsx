import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DoneNotice } from "@/components/people/done-notice";
import { InvitationTable } from "@/components/people/invitation-table";
import { RevokeConfirmation } from "@/components/people/member-confirmations";
import { PeopleFiltersForm } from "@/components/people/people-filters-form";
import { PersonTable } from "@/components/people/person-table";
import { ButtonLink } from "@/components/ui/button";
import { UserPlus } from "@/components/ui/icons";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { SectionHead } from "@/components/ui/section-head";
import { readNameCursor } from "@/lib/people/administration/name-cursor";
import { listInvitations, listPeople } from "@/lib/people/administration/queries";
import { peopleFiltersSchema } from "@/lib/people/administration/schema";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("people") };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const filters = peopleFiltersSchema.parse(query);
  const [t, page, invitations] = await onPage(
    Promise.all([
      getTranslations("people.administration"),
      listPeople(actor, filters, { after: readNameCursor(one(query.after)) }),
      listInvitations(actor),
    ]),
  );
  const revoke = invitations.find(({ id }) => id === one(query.revoke));
  if (revoke) return <RevokeConfirmation invitation={revoke} />;
  const here = "/area/administration/people" as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("people")}
        lead={t("peopleLead")}
        crumbs={[{ label: t("title"), href: "/area/administration" }, { label: t("people") }]}
        actions={
          <ButtonLink size={40} icon={<UserPlus />} href="/area/administration/people/invite">
            {t("invite")}
          </ButtonLink>
        }
      />
      <DoneNotice done={one(query.done)} />
      <PeopleFiltersForm filters={filters} />
      <PersonTable people={page.rows} />
      <ListDownload list="people" filters={filters} />
      <Pager
        next={page.next ? { pathname: here, query: { ...given(filters), after: page.next } } : undefined}
      />
      {invitations.length > 0 ? (
        <section aria-labelledby="invitations" className="space-y-2 pt-4">
          <SectionHead id="invitations" size="area" title={t("pendingInvitations")} />
          <InvitationTable
            caption={t("pendingInvitations")}
            invitations={invitations}
            withScope
            revokeHref={(id) => ({ pathname: here, query: { revoke: id } })}
          />
        </section>
      ) : null}
    </div>
  );
}
