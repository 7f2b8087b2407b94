import { useTranslations } from "next-intl";
import { Band } from "@/components/layout/band";
import { ButtonLink } from "@/components/ui/button";
import { Download, Recycle, Users } from "@/components/ui/icons";
import { MetaItem, PageHead } from "@/components/ui/page-head";
import type { ReuseItemPage } from "@/lib/reuse/queries";

/** What an item is called, who wrote it, and the newest file. */
export function ItemHead({ item }: { item: ReuseItemPage }) {
  const t = useTranslations("reuse");
  const [newest] = item.releases;
  return (
    <Band ground="head" room="tight">
      <PageHead
        title={
          <span lang={item.lang} className="[overflow-wrap:anywhere]">
            {item.title}
          </span>
        }
        crumbs={[{ label: t("list.title"), href: "/reuse" }, { label: item.title }]}
        meta={
          <>
            <MetaItem icon={<Users />}>{t("item.by", { authors: item.authors.join(", ") })}</MetaItem>
            {item._count.declarations > 0 ? (
              <MetaItem icon={<Recycle />}>
                {t("list.reusedBy", { count: item._count.declarations })}
              </MetaItem>
            ) : null}
          </>
        }
        actions={
          newest ? (
            <ButtonLink icon={<Download />} href={{ url: `/api/reuse/releases/${newest.id}` }}>
              {t("item.download")}
            </ButtonLink>
          ) : null
        }
      />
    </Band>
  );
}
