import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PartActs } from "@/components/sessions/minutes/part-acts";
import { AppLink } from "@/components/ui/app-link";
import { FileCheck2 } from "@/components/ui/icons";
import type { MinutesPart } from "@/lib/sessions/minutes/minutes-row";

type Props = {
  decision: MinutesPart["decisions"][number];
  slug: string;
  acts?: PartActs;
  /** the discussions about it */
  talk?: ReactNode;
};

/** A decision with its number; with the request that came of it, or the way to one. */
export function DecisionItem({ decision, slug, acts, talk }: Props) {
  const t = useTranslations("minutes.part");
  const name = t("decision", { number: decision.number });
  return (
    <li className="border-action border-l-4 bg-ground px-4 py-3">
      <p className="font-semibold text-meta">{name}</p>
      <p className="measure whitespace-pre-line">{decision.text}</p>
      {acts && decision.requestId ? (
        <p className="mt-1.5">
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/deliverables/requests/[id]",
              params: { slug, id: decision.requestId },
            }}
            className="inline-flex items-center gap-2 font-semibold [&_svg]:size-5"
          >
            <FileCheck2 />
            {t("requested")}
            <span className="sr-only"> {name}</span>
          </AppLink>
        </p>
      ) : null}
      {acts?.request && !decision.requestId ? (
        <p className="no-print mt-1.5">
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/sessions/[id]/minutes/decisions/[decision]/request",
              params: { slug, id: acts.id, decision: decision.id },
            }}
            className="inline-flex min-h-6 items-center font-semibold"
          >
            {t("request")}
            <span className="sr-only"> {name}</span>
          </AppLink>
        </p>
      ) : null}
      {talk ? <div className="mt-1.5">{talk}</div> : null}
    </li>
  );
}
