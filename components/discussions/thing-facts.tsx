import { useLocale, useTranslations } from "next-intl";
import { DeliverableChip } from "@/components/documents/state";
import { MinutesState } from "@/components/sessions/minutes/minutes-state";
import { SessionState } from "@/components/sessions/session-state";
import type { Href } from "@/components/ui/app-link";
import type { Thing } from "@/lib/discussions/things";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { sessionPhase } from "@/lib/sessions/lifecycle";

/** The page that shows a thing. */
export function thingHref(slug: string, thing: Thing): Href {
  if (thing.kind === "deliverable")
    return { pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: thing.id } };
  return {
    pathname: `/area/programmes/[slug]/sessions/[id]/${thing.kind === "point" ? "agenda" : "minutes"}`,
    params: { slug, id: thing.session.id },
  };
}

/** What a thing is, where it belongs, and its state. */
export function ThingFacts({ thing, at }: { thing: Thing; at: Date }) {
  const t = useTranslations("discussions.things");
  const locale = useLocale() as Locale;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-muted">
      <span className="[overflow-wrap:anywhere]">
        {thing.kind === "deliverable"
          ? t("deliverable", { body: thing.body })
          : t(thing.kind, {
              session: thing.session.title,
              day: formatDay(thing.session.startsAt, locale),
            })}
      </span>
      <ThingState thing={thing} at={at} />
    </span>
  );
}

function ThingState({ thing, at }: { thing: Thing; at: Date }) {
  if (thing.kind === "deliverable") return <DeliverableChip state={thing.state} />;
  if (thing.kind === "decision") return <MinutesState state={thing.minutes} />;
  return <SessionState phase={sessionPhase(thing.session, at)} />;
}
