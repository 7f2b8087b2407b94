import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BodyList } from "@/components/people/body-list";
import { DoneNotice } from "@/components/people/done-notice";
import { EndRoleConfirmation, RevokeConfirmation } from "@/components/people/member-confirmations";
import { ButtonLink } from "@/components/ui/button";
import { UserPlus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { getEndableRole, getManageableInvitation, listProgrammePeople } from "@/lib/people/members/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.members" });
  return { title: t("title") };
}

export default async function BodiesPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const end = one(query.end);
  if (end) {
    const { member } = await onPage(getEndableRole(actor, slug, end));
    return <EndRoleConfirmation slug={slug} member={member} />;
  }
  const revoke = one(query.revoke);
  if (revoke) {
    const invitation = await onPage(getManageableInvitation(actor, slug, revoke));
    return <RevokeConfirmation slug={slug} invitation={invitation} />;
  }
  const t = await getTranslations("people.members");
  const people = await onPage(listProgrammePeople(actor, slug));
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={
          people.canInvite ? (
            <ButtonLink
              size={40}
              icon={<UserPlus />}
              href={{ pathname: "/area/programmes/[slug]/bodies/invite", params: { slug } }}
            >
              {t("invite")}
            </ButtonLink>
          ) : null
        }
      />
      <DoneNotice done={one(query.done)} />
      <BodyList slug={slug} people={people} />
    </div>
  );
}
