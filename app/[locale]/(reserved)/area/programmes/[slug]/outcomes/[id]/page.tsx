import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { OutcomeForm } from "@/components/programmes/outcome-form";
import { OutcomeOrigin } from "@/components/programmes/outcome-list";
import { PublishedChip } from "@/components/programmes/outcome-tables";
import { ButtonLink } from "@/components/ui/button";
import { Eye, EyeOff, Trash2 } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { editOutcomeAction, publishOutcomeAction } from "@/lib/programmes/outcomes/actions";
import { listOutcomeTies } from "@/lib/programmes/outcomes/queries";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { areaOutcome } from "./area-outcome";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.outcomes" });
  const { outcome } = await areaOutcome(slug, id);
  return { title: pageTitle(t("areaTitle"), outcome.title) };
}

export default async function AreaOutcomePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme, outcome } = await areaOutcome(slug, id);
  const t = await getTranslations("programmes.outcomes");
  const mayEdit = canEditOutcomes(actor, programme);
  const ties = mayEdit ? await listOutcomeTies(actor, programme.id) : null;
  const isPublished = outcome.publishedAt !== null;
  const act = { slug, id };
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={outcome.title}
        crumbs={[
          { label: t("areaTitle"), href: { pathname: "/area/programmes/[slug]/outcomes", params: { slug } } },
          { label: outcome.title },
        ]}
        meta={<PublishedChip isPublished={isPublished} />}
      />
      <div>
        <Prose html={outcome.textHtml} lang={outcome.lang} />
        <OutcomeOrigin outcome={outcome} />
      </div>
      {mayEdit ? (
        <div className="flex flex-wrap items-start gap-3">
          {isPublished ? (
            <ButtonLink
              variant="danger"
              size={40}
              icon={<EyeOff />}
              href={{ pathname: "/area/programmes/[slug]/outcomes/[id]/unpublish", params: act }}
            >
              {t("unpublish")}
            </ButtonLink>
          ) : (
            <>
              <ActionForm
                action={publishOutcomeAction}
                className=""
                hidden={{ id, version: outcome.version }}
              >
                <SubmitButton size={40} icon={<Eye />}>
                  {t("publish")}
                </SubmitButton>
              </ActionForm>
              <ButtonLink
                variant="danger"
                size={40}
                icon={<Trash2 />}
                href={{ pathname: "/area/programmes/[slug]/outcomes/[id]/remove", params: act }}
              >
                {t("remove")}
              </ButtonLink>
            </>
          )}
        </div>
      ) : null}
      {ties ? (
        <section aria-labelledby="edit" className="space-y-5">
          <SectionHead id="edit" size="area" title={t("edit")} />
          <OutcomeForm
            action={editOutcomeAction}
            programme={programme}
            ties={ties}
            outcome={outcome}
            isProposal={false}
          />
        </section>
      ) : null}
    </div>
  );
}
