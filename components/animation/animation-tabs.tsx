import { useTranslations } from "next-intl";
import { TabsNav } from "@/components/ui/tabs-nav";

type Place = "scheduled" | "prompts" | "participation";

/** The three pages of who keeps a forum going; the manager has the last alone. */
export function AnimationTabs({
  slug,
  current,
  mayAnimate = true,
}: {
  slug: string;
  current: Place;
  mayAnimate?: boolean;
}) {
  const t = useTranslations("animation");
  if (!mayAnimate) return null;
  const area = "/area/programmes/[slug]/animation" as const;
  const params = { slug };
  return (
    <TabsNav
      label={t("title")}
      items={[
        { href: { pathname: area, params }, label: t("scheduled.title"), current: current === "scheduled" },
        {
          href: { pathname: `${area}/prompts`, params },
          label: t("prompts.title"),
          current: current === "prompts",
        },
        {
          href: { pathname: `${area}/participation`, params },
          label: t("participation.title"),
          current: current === "participation",
        },
      ]}
    />
  );
}
