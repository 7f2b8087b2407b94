import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DecisionItem } from "@/components/sessions/minutes/decision-item";
import type { PartActs } from "@/components/sessions/minutes/part-acts";
import { TaskItem } from "@/components/sessions/minutes/task-item";
import { ButtonLink } from "@/components/ui/button";
import { Pencil } from "@/components/ui/icons";
import { Prose } from "@/components/ui/prose";
import { isWritten, type MinutesPart } from "@/lib/sessions/minutes/minutes-row";

type TalkOf = (decision: MinutesPart["decisions"][number]) => ReactNode;
type Props = {
  parts: MinutesPart[];
  lang: string;
  level: 2 | 3;
  slug: string;
  acts?: PartActs;
  /** where a decision is discussed */
  talkOf?: TalkOf;
};

/** The minutes part by part: what was said, what was decided, who does what by when. */
export function MinutesParts({ parts, lang, level, slug, acts, talkOf }: Props) {
  const t = useTranslations("minutes.part");
  const shown = acts?.write ? parts : parts.filter(isWritten);
  const Heading = `h${level}` as const;
  if (shown.length === 0) return <p className="text-muted">{t("nothing")}</p>;
  return (
    <div className="space-y-7">
      {shown.map((part) => (
        <section key={part.id} className="space-y-3">
          {part.title || acts?.write ? (
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
              <Heading className="measure min-w-0 flex-1 basis-60 text-h3">
                {part.title || t("opening")}
              </Heading>
              {acts?.write ? <WriteLink part={part} {...acts} /> : null}
            </div>
          ) : null}
          {part.html ? <Prose html={part.html} lang={lang} /> : null}
          {isWritten(part) ? null : <p className="text-muted">{t("empty")}</p>}
          <Decisions part={part} slug={slug} acts={acts} talkOf={talkOf} />
          <Tasks part={part} acts={acts} />
        </section>
      ))}
    </div>
  );
}

function WriteLink({ part, slug, id }: { part: MinutesPart; slug: string; id: string }) {
  const t = useTranslations("minutes.part");
  return (
    <ButtonLink
      href={{
        pathname: "/area/programmes/[slug]/sessions/[id]/minutes/points/[point]",
        params: { slug, id, point: part.id },
      }}
      variant="outline"
      size={40}
      icon={<Pencil />}
      className="no-print"
    >
      {t("write")}
      <span className="sr-only"> {part.title || t("opening")}</span>
    </ButtonLink>
  );
}

function Decisions({
  part,
  slug,
  acts,
  talkOf,
}: { part: MinutesPart } & Pick<Props, "slug" | "acts" | "talkOf">) {
  const t = useTranslations("minutes.part");
  if (part.decisions.length === 0) return null;
  return (
    <ul aria-label={t("decisions")} className="space-y-3">
      {part.decisions.map((one) => (
        <DecisionItem key={one.id} decision={one} slug={slug} acts={acts} talk={talkOf?.(one)} />
      ))}
    </ul>
  );
}

function Tasks({ part, acts }: { part: MinutesPart; acts?: PartActs }) {
  const t = useTranslations("minutes.part");
  if (part.tasks.length === 0) return null;
  return (
    <ul aria-label={t("tasks")} className="divide-y divide-hairline border-hairline border-y">
      {part.tasks.map((one) => (
        <TaskItem key={one.id} task={one} acts={acts} />
      ))}
    </ul>
  );
}
