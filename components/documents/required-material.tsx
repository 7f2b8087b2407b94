import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { RequiredMaterial as Material } from "@/lib/documents/reading/queries";

/** What has to be read before this deliverable is sent, and how far the reader is. */
export function RequiredMaterial({
  slug,
  material,
  owes,
}: {
  slug: string;
  material: Material[];
  owes: boolean;
}) {
  const t = useTranslations("deliverables.material");
  if (material.length === 0) return null;
  const left = material.filter((one) => !one.readings[0]?.acknowledgedAt).length;
  return (
    <section className="max-w-[52rem]">
      <SectionHead size="area" title={t("title")} note={owes ? t("left", { count: left }) : undefined} />
      {owes && left > 0 ? <p className="measure pt-2 text-muted">{t("how")}</p> : null}
      <ul>
        {material.map((one) => {
          const [reading] = one.readings;
          return (
            <li
              key={one.id}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-hairline border-b py-2.5"
            >
              <AppLink
                href={{ pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id: one.id } }}
              >
                <span lang={one.lang}>{one.title}</span>
              </AppLink>
              {owes ? <Standing reading={reading} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Standing({ reading }: { reading: Material["readings"][number] | undefined }) {
  const t = useTranslations("deliverables.material");
  if (reading?.acknowledgedAt) return <StateChip tone="approved">{t("acknowledged")}</StateChip>;
  if (reading) return <StateChip tone="review">{t("opened")}</StateChip>;
  return <StateChip tone="todo">{t("unread")}</StateChip>;
}
