import { useTranslations } from "next-intl";
import { DurationFacts } from "@/components/sessions/duration-facts";
import { SessionWhen } from "@/components/sessions/session-when";
import { AppLink } from "@/components/ui/app-link";
import { DefinitionList } from "@/components/ui/definition-list";
import type { SessionView } from "@/lib/sessions/view/queries";

/** When, where, hosted by whom, at what cost, for whom. */
export function SessionFacts({ session }: { session: SessionView }) {
  const t = useTranslations("sessions");
  const { host } = session;
  return (
    <DefinitionList
      look="rows"
      items={[
        {
          key: "when",
          term: t("view.when"),
          value: (
            <>
              <span className="font-semibold">
                <SessionWhen {...session} />
              </span>
              <span className="block text-meta text-muted">
                <DurationFacts session={session} />
              </span>
            </>
          ),
        },
        { key: "mode", term: t("view.mode"), value: t(`mode.${session.mode}`) },
        { key: "place", term: t("view.place"), value: session.place },
        {
          key: "host",
          term: t("view.host"),
          value: host ? (
            <AppLink href={{ pathname: "/organisations/[slug]", params: { slug: host.slug } }}>
              {host.name}
            </AppLink>
          ) : null,
        },
        { key: "phase", term: t("view.phase"), value: session.phaseTitle },
        { key: "cost", term: t("view.cost"), value: session.isFree ? t("view.free") : t("view.notFree") },
        { key: "audience", term: t("view.audience"), value: t(`audience.${session.audience}`) },
      ]}
    />
  );
}
