import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { ItemForm } from "@/components/reuse/item-form";
import { ManagedFacts } from "@/components/reuse/managed-facts";
import { ItemChip } from "@/components/reuse/managed-table";
import { ReleaseSection } from "@/components/reuse/release-section";
import { WithdrawnNotice } from "@/components/reuse/withdrawn-notice";
import { ButtonLink } from "@/components/ui/button";
import { EyeOff, RotateCcw } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { refusedUpload } from "@/lib/platform/uploads/refusals";
import { releaseVersionAction, restoreItemAction } from "@/lib/reuse/actions";
import { getManagedItem, listAdaptable } from "@/lib/reuse/queries";
import { asUuid } from "@/lib/sessions/identifier";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getManagedItem);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "reuse.area" });
  const item = await open(slug, asUuid(id));
  return { title: pageTitle(t("title"), item.title) };
}

export default async function ManagedItemPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const item = await open(slug, asUuid(id));
  const [t, adaptable, query] = await Promise.all([
    getTranslations("reuse.area"),
    listAdaptable(actor, item.id),
    searchParams,
  ]);
  const stamp = { id: item.id, version: item.version };
  const isPublished = item.state === "PUBLISHED";
  return (
    <div className="space-y-9">
      <PageHead
        size="area"
        title={<span lang={item.lang}>{item.title}</span>}
        crumbs={[
          { href: { pathname: "/area/programmes/[slug]/reuse", params: { slug } }, label: t("title") },
          { label: item.title },
        ]}
        meta={<ItemChip state={item.state} />}
        actions={
          isPublished ? (
            <ButtonLink
              variant="danger"
              size={40}
              icon={<EyeOff />}
              href={{ pathname: "/area/programmes/[slug]/reuse/[id]/withdraw", params: { slug, id } }}
            >
              {t("withdraw")}
            </ButtonLink>
          ) : null
        }
      />
      {isPublished ? null : (
        <div className="space-y-4">
          <WithdrawnNotice item={item} />
          <p className="measure">{t("restoreNote")}</p>
          <ActionForm action={restoreItemAction} id="restore" hidden={stamp} className="">
            <SubmitButton size={40} icon={<RotateCcw />}>
              {t("restore")}
            </SubmitButton>
          </ActionForm>
        </div>
      )}
      <ManagedFacts slug={slug} item={item} />
      <ReleaseSection item={item} action={releaseVersionAction} />
      <section aria-labelledby="edit" className="space-y-5">
        <SectionHead id="edit" size="area" title={t("edit")} />
        <ItemForm
          route="/api/upload/reuse-change"
          target={{ id: item.id, programme: slug }}
          hidden={stamp}
          facts={{ ...item, hasCover: item.coverSha256 !== null }}
          adaptable={adaptable}
          refused={refusedUpload(query.refused)}
          send={t("save")}
        />
      </section>
    </div>
  );
}
