import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InviteForm } from "@/components/people/invite-form";
import { PageHead } from "@/components/ui/page-head";
import { getInvitationChoices } from "@/lib/people/members/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.invite" });
  return { title: t("title") };
}

export default async function InvitePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const t = await getTranslations("people");
  const { programme, roles, bodies } = await onPage(getInvitationChoices(actor, slug));
  const list = { pathname: "/area/programmes/[slug]/bodies", params: { slug } } as const;
  const body = one((await searchParams).body);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("invite.title")}
        lead={t("invite.lead")}
        crumbs={[{ label: t("members.title"), href: list }, { label: t("invite.title") }]}
      />
      <InviteForm
        roles={roles}
        organisations={bodies}
        programmeId={programme.id}
        chosenOrganisation={bodies.find(({ id }) => id === body)?.id}
        cancel={list}
      />
    </div>
  );
}
