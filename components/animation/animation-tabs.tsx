import { useTranslations } from "next-intl";
import { TabsNav } from "@/components/ui/tabs-nav";

type Place = "scheduled" | "prompts" | "participation" | "welcome";

/** The pages of who keeps a forum going; the manager has participation alone, the coordinator all of them. */
export function AnimationTabs({
  slug,
  current,
  mayAnimate = true,
  mayWelcome,
}: {
  slug: string;
  current: Place;
  mayAnimate?: boolean;
  mayWelcome: boolean;
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
        ...(mayWelcome
          ? [
              {
                href: { pathname: `${area}/welcome` as const, params },
                label: t("welcome.title"),
                current: current === "welcome",
              },
            ]
          : []),
      ]}
    />
  );
}
