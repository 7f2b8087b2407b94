import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DiscussForm } from "@/components/discussions/discuss-form";
import { LinkedThreads } from "@/components/discussions/linked-threads";
import { ThingFacts, thingHref } from "@/components/discussions/thing-facts";
import { ThreadChooser } from "@/components/discussions/thread-chooser";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { discussAction, linkThreadAction, unlinkThreadAction } from "@/lib/discussions/actions";
import { getDiscussing } from "@/lib/discussions/queries";
import { soughtSchema, targetSchema } from "@/lib/discussions/schema";
import { listOwnBodies } from "@/lib/documents/circles/queries";
import { canPostInOwnName } from "@/lib/forum/policy";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { pageQuery, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string; kind: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const query = pageQuery(getDiscussing);

async function open({ params, searchParams }: Props) {
  const { slug, kind, id } = await params;
  const target = targetSchema.safeParse({ kind, id }).data ?? notFound();
  const text = soughtSchema.parse(one((await searchParams).q) ?? "");
  return { ...(await query(slug, target, text)), target, text };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await props.params).locale, namespace: "discussions" });
  const { thing } = await open(props);
  return { title: pageTitle(t("discuss"), thing.title.slice(0, 100)) };
}

export default async function DiscussPage(props: Props) {
  const { locale, slug } = await props.params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { thing, categories, linked, threads, target, text } = await open(props);
  const [t, bodies] = await Promise.all([
    getTranslations("discussions"),
    listOwnBodies(actor, thing.programmeId),
  ]);
  const params = { slug, kind: target.kind, id: target.id };
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("discuss")}
        lead={thing.title}
        crumbs={[{ label: t(`kinds.${thing.kind}`), href: thingHref(slug, thing) }, { label: t("discuss") }]}
        meta={<ThingFacts thing={thing} at={actor.at} />}
      />
      {linked.length > 0 ? (
        <section className="max-w-[52rem] space-y-3">
          <SectionHead size="area" title={t("threads")} />
          <LinkedThreads
            slug={slug}
            target={target}
            title={thing.title}
            threads={linked}
            mayLink={false}
            unlink={unlinkThreadAction}
          />
        </section>
      ) : null}
      <section className="space-y-4">
        <SectionHead size="area" title={t("newThread")} />
        <DiscussForm
          slug={slug}
          target={target}
          categories={categories}
          voices={{ bodies, speaksForItself: canPostInOwnName(actor, thing) }}
          submissionKey={randomUUID()}
          action={discussAction}
        />
      </section>
      <section className="space-y-4">
        <SectionHead size="area" title={t("existingThread")} />
        <ThreadChooser
          target={target}
          threads={threads}
          text={text}
          here={{ pathname: "/area/programmes/[slug]/discuss/[kind]/[id]", params }}
          link={linkThreadAction}
        />
      </section>
    </div>
  );
}
