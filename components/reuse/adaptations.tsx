import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";
import type { ReuseItemPage } from "@/lib/reuse/queries";

type Linked = { slug: string; title: string; lang: string };

/** What an item was made from, and what was made from it. */
export function Adaptations({ item }: { item: ReuseItemPage }) {
  const t = useTranslations("reuse.item");
  return (
    <>
      {item.adaptationOf ? (
        <section aria-labelledby="adaptation-of" className="space-y-3">
          <SectionHead id="adaptation-of" title={t("adaptationOf")} />
          <p>
            <ItemLink item={item.adaptationOf} />
            {item.adaptationOf.state === "WITHDRAWN" ? (
              <span className="text-muted"> ({t("withdrawnLink")})</span>
            ) : null}
          </p>
        </section>
      ) : null}
      {item.adaptations.length > 0 ? (
        <section aria-labelledby="adaptations" className="space-y-3">
          <SectionHead id="adaptations" title={t("adaptations")} />
          <ul className="space-y-2">
            {item.adaptations.map((one) => (
              <li key={one.id}>
                <ItemLink item={one} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function ItemLink({ item }: { item: Linked }) {
  return (
    <AppLink href={{ pathname: "/reuse/[slug]", params: { slug: item.slug } }} className="font-semibold">
      <span lang={item.lang}>{item.title}</span>
    </AppLink>
  );
}
