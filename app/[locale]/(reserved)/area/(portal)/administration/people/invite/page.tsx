import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InviteForm } from "@/components/people/invite-form";
import { PageHead } from "@/components/ui/page-head";
import { listRoleScopes } from "@/lib/people/administration/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.invite" });
  return { title: t("title") };
}

export default async function InviteToPortalPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, { organisations }] = await onPage(
    Promise.all([getTranslations("people"), listRoleScopes(actor)]),
  );
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("invite.title")}
        lead={t("invite.leadPortal")}
        crumbs={[
          { label: t("administration.title"), href: "/area/administration" },
          { label: t("administration.people"), href: "/area/administration/people" },
          { label: t("invite.title") },
        ]}
      />
      <InviteForm
        roles={["PROGRAMME_MANAGER", "ADMINISTRATOR", "PRIVACY_OFFICER"]}
        organisations={organisations}
        cancel="/area/administration/people"
      />
    </div>
  );
}
