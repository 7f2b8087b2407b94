import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FolderActs } from "@/components/documents/folder-acts";
import { PageHead } from "@/components/ui/page-head";
import { moveFolderAction, renameFolderAction } from "@/lib/documents/folders/actions";
import { getFolder } from "@/lib/documents/folders/queries";
import { removeFolderAction } from "@/lib/documents/trash/actions";
import { getTrashDays } from "@/lib/documents/trash/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getFolder);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "documents" });
  const folder = await open(id);
  return { title: pageTitle(t("folders.manage"), folder.name) };
}

export default async function FolderPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const folder = await open(id);
  pageNeeds(folder.mayManage);
  const [t, days] = await Promise.all([getTranslations("documents"), getTrashDays(actor)]);
  const list = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={folder.name}
        crumbs={[
          { href: list, label: t("list.title") },
          ...folder.path.map((one) => ({ href: { ...list, query: { folder: one.id } }, label: one.name })),
          { label: t("folders.manage") },
        ]}
        meta={<span>{folder.space.organisation?.name ?? folder.space.table?.title ?? t("list.common")}</span>}
      />
      <FolderActs
        folder={folder}
        days={days}
        actions={{ rename: renameFolderAction, move: moveFolderAction, remove: removeFolderAction }}
      />
    </div>
  );
}
