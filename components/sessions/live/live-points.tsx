import { useLocale, useTranslations } from "next-intl";
import { LivePoint, type PointProps } from "@/components/sessions/live/live-point";
import { notesAddress, useNotesTexts } from "@/components/sessions/live/notes-words";
import { RemovedNotes } from "@/components/sessions/live/removed-notes";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { LiveView } from "@/lib/sessions/live/queries";

type Props = Pick<PointProps, "now" | "place" | "acts"> & { view: LiveView; newKey: () => string };

/** The agenda on the day, and before it what is said in the opening; an empty one says what can be done all the same. */
export function LivePoints({ view, now, place, newKey, acts }: Props) {
  const t = useTranslations("live.points");
  const { points, opening, pace, may, owners } = view;
  const isOver = view.phase === "over" || view.phase === "closed";
  const shared = { now, isOver, place, may, owners, acts };
  const all = opening ? [opening, ...points] : points;
  return (
    <section className="min-w-0 space-y-1">
      <SectionHead
        title={t("title")}
        size="area"
        note={pace.plannedMinutes > 0 ? t("planned", { minutes: pace.plannedMinutes }) : null}
      />
      {points.length === 0 ? (
        <EmptyState
          title={t("none")}
          action={
            may.manage && view.session.state === "CONVENED" ? (
              <ButtonLink
                href={{
                  pathname: "/area/programmes/[slug]/sessions/[id]/edit",
                  params: { slug: place.slug, id: place.id },
                }}
                variant="outline"
                size={40}
              >
                {t("fill")}
              </ButtonLink>
            ) : null
          }
        >
          {t(may.run ? "noneText" : "noneFollow")}
        </EmptyState>
      ) : null}
      {opening ? <Removed view={view} place={place} items={all.map((one) => one.item)} /> : null}
      {all.length > 0 ? (
        <ol>
          {all.map((point) => (
            <LivePoint
              key={point.item}
              point={point}
              isNext={point.item === view.next?.item}
              keys={{ decision: newKey(), task: newKey() }}
              {...shared}
            />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

type RemovedProps = Pick<Props, "view" | "place"> & { items: string[] };

function Removed({ view, place, items }: RemovedProps) {
  const t = useTranslations("live.removed");
  const { written } = view.opening ?? {};
  return (
    <RemovedNotes
      session={place.id}
      reader={place.reader}
      address={notesAddress(place.id, useLocale())}
      items={items}
      openingVersion={view.may.write && written ? written.version : null}
      lang={written?.lang ?? "it"}
      texts={{
        ...useNotesTexts(),
        removed: t("title", { title: "{title}" }),
        removedText: t("text"),
        untitled: t("untitled"),
        copy: t("copy"),
        copied: t("copied"),
        move: t("move"),
        moved: t("moved"),
        drop: t("drop"),
        dropNote: t("dropNote"),
      }}
    />
  );
}
