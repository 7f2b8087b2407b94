import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { CloneForm, CloneStart } from "@/components/programmes/clone-form";
import { ClonePlan } from "@/components/programmes/clone-plan";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { cloneProgrammeAction } from "@/lib/editions/actions";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { canClone } from "@/lib/programmes/policy";
import { getAreaProgramme, getEditionPlan } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const querySchema = z.object({ start: z.iso.date().optional().catch(undefined) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.clone" });
  return { title: t("title") };
}

export default async function ClonePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  if (!canClone(actor, programme)) notFound();
  const { start } = querySchema.parse(await searchParams);
  const [t, edition] = await Promise.all([
    getTranslations("programmes.clone"),
    start ? getEditionPlan(actor, { slug, start }) : null,
  ]);
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead", { title: programme.shortTitle })}
        crumbs={[
          {
            label: programme.shortTitle,
            href: { pathname: "/area/programmes/[slug]", params: { slug } },
          },
          { label: t("title") },
        ]}
      />
      <CloneStart slug={slug} start={start} />
      {edition && start ? (
        <>
          <ClonePlan edition={edition} />
          <section aria-labelledby="make" className="space-y-5">
            <SectionHead id="make" size="area" title={t("make")} />
            <p className="measure text-muted">{t("notCopied")}</p>
            <CloneForm action={cloneProgrammeAction} source={edition.source} start={start} />
          </section>
        </>
      ) : null}
    </div>
  );
}
