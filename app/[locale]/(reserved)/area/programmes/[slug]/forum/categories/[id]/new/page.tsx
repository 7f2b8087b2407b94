import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TextInput } from "@/components/form/text-input";
import { categoryHref } from "@/components/forum/addresses";
import { Composer } from "@/components/forum/composer";
import { OwnWarnings } from "@/components/forum/moderation/own-warnings";
import { PageHead } from "@/components/ui/page-head";
import { listOwnBodies } from "@/lib/documents/queries";
import { canPostInOwnName } from "@/lib/forum/policy";
import { openThreadAction } from "@/lib/forum/posts/actions";
import { getForum } from "@/lib/forum/queries";
import { acknowledgeWarningAction } from "@/lib/forum/warnings/actions";
import { listOwnWarnings } from "@/lib/forum/warnings/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getForum);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "forum" });
  const { categories } = await open(slug);
  const category = categories.find((each) => each.id === id) ?? notFound();
  return { title: pageTitle(t("compose.newTitle"), category.title) };
}

export default async function NewThreadPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const forum = await open(slug);
  const category = forum.categories.find((each) => each.id === id) ?? notFound();
  pageNeeds(forum.mayPost);
  const [t, bodies, warnings] = await Promise.all([
    getTranslations("forum"),
    listOwnBodies(actor, forum.id),
    listOwnWarnings(actor, forum.id),
  ]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("compose.newTitle")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: category.title, href: categoryHref("area", slug, id) },
          { label: t("compose.newTitle") },
        ]}
      />
      <OwnWarnings slug={slug} warnings={warnings} action={acknowledgeWarningAction} />
      <Composer
        id="new-thread"
        action={openThreadAction}
        hidden={{ categoryId: id }}
        submissionKey={randomUUID()}
        label={t("compose.firstText")}
        send={t("compose.open")}
        mayAttach
        voices={{ bodies, speaksForItself: canPostInOwnName(actor, { programmeId: forum.id }) }}
        fieldLabels={{ title: t("compose.title") }}
        rows={10}
      >
        <TextInput name="title" label={t("compose.title")} hint={t("compose.titleHint")} maxLength={200} />
      </Composer>
    </div>
  );
}
