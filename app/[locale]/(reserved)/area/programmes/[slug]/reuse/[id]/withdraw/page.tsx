import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageNeeds, pageQuery } from "@/lib/platform/request";
import { withdrawItemAction } from "@/lib/reuse/actions";
import { getManagedItem } from "@/lib/reuse/queries";
import { withdrawalReasons } from "@/lib/reuse/schema";
import { asUuid } from "@/lib/sessions/identifier";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getManagedItem);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "reuse.area" });
  const item = await open(slug, asUuid(id));
  return { title: pageTitle(t("withdraw"), item.title) };
}

export default async function WithdrawPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const item = await open(slug, asUuid(id));
  pageNeeds(item.state === "PUBLISHED");
  const [t, reasons] = await Promise.all([getTranslations("reuse.area"), getTranslations("reuse.reasons")]);
  const here = { pathname: "/area/programmes/[slug]/reuse/[id]", params: { slug, id } } as const;
  return (
    <ConfirmPage
      title={t("withdraw")}
      crumbs={[
        { label: t("title"), href: { pathname: "/area/programmes/[slug]/reuse", params: { slug } } },
        { label: item.title, href: here },
        { label: t("withdraw") },
      ]}
      action={withdrawItemAction}
      hidden={{ id: item.id, version: item.version }}
      fieldLabels={{ reason: t("reason"), note: t("withdrawNote") }}
      fields={
        <>
          <RadioGroup
            name="reason"
            label={t("reason")}
            choices={withdrawalReasons.map((reason) => ({ value: reason, label: reasons(reason) }))}
          />
          <TextArea
            name="note"
            label={t("withdrawNote")}
            hint={t("withdrawNoteHint")}
            optional
            rows={3}
            maxLength={500}
          />
        </>
      }
      confirm={{ label: t("withdrawDo") }}
      cancel={{ href: here, label: t("cancel") }}
    >
      <p>{t("withdrawText", { title: item.title })}</p>
      <p className="text-muted">{t("withdrawUndo")}</p>
    </ConfirmPage>
  );
}
