import { useTranslations } from "next-intl";
import { AppLink, type Href } from "@/components/ui/app-link";
import { partAddress } from "@/lib/programmes/parts/address";
import type { Structure } from "@/lib/programmes/structure/queries";

type Props = { slug: string; structure: Structure; mayEdit: boolean };

/** What can be set in a programme, each with how much there is of it. */
export function SettingsList({ slug, structure, mayEdit }: Props) {
  const t = useTranslations("programmes");
  const params = { slug };
  const parts = [
    ["lines", structure.lines.length],
    ["phases", structure.phases.length],
    ["facts", structure.facts.length],
    ["roles", structure.roles.length],
    ["contacts", structure.contacts.length],
    ["steps", structure.joiningSteps.length],
  ] as const;
  const entries: { key: string; href: Href; title: string; note: string }[] = [
    ...(mayEdit
      ? [
          {
            key: "text",
            href: { pathname: "/area/programmes/[slug]/settings/text", params } as const,
            title: t("text.heading"),
            note: t("text.lead"),
          },
          ...parts.map(([part, count]) => ({
            key: part,
            href: partAddress(slug, part),
            title: t(`parts.titles.${part}`),
            note: t("settings.rows", { count }),
          })),
        ]
      : []),
    {
      key: "enrolments",
      href: { pathname: "/area/programmes/[slug]/settings/enrolments", params },
      title: t("enrolments.title"),
      note: t("enrolments.lead"),
    },
  ];
  return (
    <ul className="grid gap-x-8 border-hairline border-t md:grid-cols-2">
      {entries.map(({ key, href, title, note }) => (
        <li key={key} className="border-hairline border-b py-3.5">
          <AppLink href={href} className="font-semibold text-[1.0625rem]">
            {title}
          </AppLink>
          <p className="text-meta text-muted">{note}</p>
        </li>
      ))}
    </ul>
  );
}
