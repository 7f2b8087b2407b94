import { useTranslations } from "next-intl";
import { ReuserList } from "@/components/reuse/reuser-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { ReuseItemPage } from "@/lib/reuse/queries";

/** Who reuses an item, and how to say that one does. */
export function Reusers({ item }: { item: ReuseItemPage }) {
  const t = useTranslations("reuse.item");
  const declare = (
    <ButtonLink
      size={40}
      variant="outline"
      href={{ pathname: "/reuse/[slug]/declare", params: { slug: item.slug } }}
    >
      {t("declare")}
    </ButtonLink>
  );
  return (
    <section aria-labelledby="reusers" className="space-y-4">
      <SectionHead id="reusers" title={t("reusers")} />
      {item.declarations.length > 0 ? (
        <>
          <ReuserList declarations={item.declarations} />
          {declare}
        </>
      ) : (
        <EmptyState title={t("reusersNone")} action={declare}>
          {t("reusersNoneNext")}
        </EmptyState>
      )}
    </section>
  );
}
