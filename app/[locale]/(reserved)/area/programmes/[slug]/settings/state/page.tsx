import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { TextArea } from "@/components/form/text-area";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { moveProgrammeAction } from "@/lib/programmes/actions";
import { movesWithReason, programmeMoves } from "@/lib/programmes/lifecycle";
import { editedProgramme } from "../edited-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.moves" });
  return { title: t("heading") };
}

export default async function StatePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { programme } = await editedProgramme(slug);
  const t = await getTranslations("programmes.moves");
  const settings = { pathname: "/area/programmes/[slug]/settings", params: { slug } } as const;
  const [move] = programmeMoves(programme.state);
  if (!move) redirect(getPathname({ href: settings, locale }));
  const asks = movesWithReason.includes(move);
  return (
    <ConfirmPage
      title={t(`${move}.title`)}
      crumbs={[{ label: t("settings"), href: settings }, { label: t(`${move}.title`) }]}
      action={moveProgrammeAction}
      hidden={{ programmeId: programme.id, version: programme.version, move }}
      fieldLabels={{ reason: t("reason") }}
      fields={
        <TextArea
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          rows={3}
          optional={!asks}
          maxLength={500}
        />
      }
      tone={move === "close" || move === "archive" ? "danger" : "primary"}
      confirm={{ label: t(`${move}.confirm`) }}
      cancel={{ href: settings, label: t("cancel") }}
    >
      <p>{t(`${move}.text`)}</p>
      <p className="text-muted">{t(`${move}.undo`)}</p>
    </ConfirmPage>
  );
}
