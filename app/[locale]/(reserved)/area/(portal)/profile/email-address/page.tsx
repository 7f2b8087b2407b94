import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmAgainForm, RequestEmailForm } from "@/components/people/email-address-forms";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { findUnreachableAddress } from "@/lib/people/email-address/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { proofFirst, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.emailAddress" });
  return { title: t("title") };
}

export default async function EmailAddressPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await proofFirst(actor);
  const [t, unreachable] = await Promise.all([getTranslations("people"), findUnreachableAddress(actor)]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("emailAddress.title")}
        lead={t("emailAddress.lead")}
        crumbs={[{ label: t("profile.title"), href: "/area/profile" }, { label: t("emailAddress.title") }]}
      />
      {unreachable ? (
        <section aria-labelledby="again" className="space-y-4">
          <SectionHead id="again" size="area" title={t("emailAddress.againTitle", { email: unreachable })} />
          <p className="measure">{t("emailAddress.againLead")}</p>
          <ConfirmAgainForm email={unreachable} />
        </section>
      ) : null}
      <RequestEmailForm />
    </div>
  );
}
