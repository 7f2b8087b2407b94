import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";

type Props = { outcomes: { id: string; title: string }[]; slug: string; size: "page" | "area" };

/** Published outcomes that came of a session. */
export function SessionOutcomes({ outcomes, slug, size }: Props) {
  const t = useTranslations("sessions.view");
  if (outcomes.length === 0) return null;
  return (
    <section>
      <SectionHead title={t("outcomes")} size={size} />
      <ul>
        {outcomes.map((one) => (
          <li key={one.id} className="border-hairline border-b py-2.5">
            <AppLink href={{ pathname: "/programmes/[slug]/outcomes", params: { slug } }}>
              {one.title}
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
