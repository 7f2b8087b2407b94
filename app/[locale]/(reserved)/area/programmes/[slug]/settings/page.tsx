import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { HistoryList } from "@/components/programmes/history-list";
import { ProgrammeState } from "@/components/programmes/programme-state";
import { SettingsList } from "@/components/programmes/settings-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { listProgrammeHistory } from "@/lib/programmes/history/queries";
import { programmeMoves } from "@/lib/programmes/lifecycle";
import { canClone, canEdit } from "@/lib/programmes/policy";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { getStructure } from "@/lib/programmes/structure/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.settings" });
  return { title: t("title") };
}

export default async function SettingsPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const [t, structure, history] = await Promise.all([
    getTranslations("programmes"),
    getStructure(actor, slug),
    listProgrammeHistory(actor, slug),
  ]);
  const mayEdit = canEdit(actor, programme);
  const [move] = mayEdit ? programmeMoves(programme.state) : [];
  const state = { pathname: "/area/programmes/[slug]/settings/state", params: { slug } } as const;
  return (
    <div className="space-y-10">
      <PageHead
        size="area"
        title={t("settings.title")}
        meta={<ProgrammeState state={programme.state} />}
        actions={
          <>
            {move ? (
              <ButtonLink size={40} href={state}>
                {t(`moves.${move}.title`)}
              </ButtonLink>
            ) : null}
            {canClone(actor, programme) ? (
              <ButtonLink
                size={40}
                variant="outline"
                href={{ pathname: "/area/programmes/[slug]/clone", params: { slug } }}
              >
                {t("settings.clone")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {mayEdit ? null : <p className="measure text-muted">{t("settings.readOnly")}</p>}
      <SettingsList slug={slug} structure={structure} mayEdit={mayEdit} />
      <section aria-labelledby="history">
        <SectionHead id="history" size="area" title={t("history.title")} />
        <HistoryList entries={history} />
      </section>
    </div>
  );
}
