import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink, type Href } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { StateChip } from "@/components/ui/state-chip";
import type { AgendaPage, PointSource } from "@/lib/sessions/agenda/queries";

type Props = Pick<AgendaPage, "points" | "sum" | "length"> & {
  slug: string;
  /** where a point is discussed */
  talkOf: (point: AgendaPage["points"][number]) => ReactNode;
};

/** The points of an agenda with where each came from, and their sum against the length of the session. */
export function AgendaPoints({ points, sum, length, slug, talkOf }: Props) {
  const t = useTranslations("planning.agenda");
  const words = useTranslations("sessions.view");
  return (
    <DataTable
      caption={words("agenda")}
      hiddenCaption
      rows={points}
      rowKey={(row) => row.id}
      empty={<p className="text-muted">{words("noAgenda")}</p>}
      columns={[
        {
          key: "title",
          header: words("point"),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.title}
              {row.notDealtWith ? (
                <span className="ml-3 inline-block">
                  <StateChip tone="correct" look="inline">
                    {t("leftOpen")}
                  </StateChip>
                </span>
              ) : null}
              <Source slug={slug} source={row.source} />
              {talkOf(row)}
            </>
          ),
        },
        { key: "owner", header: words("owner"), cell: (row) => row.owner },
        { key: "minutes", header: words("minutes"), numeric: true, cell: (row) => row.minutes },
      ]}
      foot={
        <tr className="max-sm:flex max-sm:justify-between">
          <th scope="row" colSpan={2} className="py-2.5 text-left font-semibold">
            {t("sumOf", { length })}
          </th>
          <td className="py-2.5 text-right font-semibold">{sum}</td>
        </tr>
      }
    />
  );
}

function Source({ slug, source }: { slug: string; source: PointSource | null }) {
  const t = useTranslations("planning.agenda");
  if (!source) return null;
  const href = hrefOf(slug, source);
  const words = t(`sources.${source.kind}`);
  return (
    <span className="block font-normal text-meta text-muted">
      {href ? <AppLink href={href}>{words}</AppLink> : words}
    </span>
  );
}

function hrefOf(slug: string, { kind, id, sessionId }: PointSource): Href | null {
  if (kind === "THREAD") {
    return { pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id } };
  }
  if (kind === "DELIVERABLE") {
    return { pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } };
  }
  if (kind === "CARRIED_POINT" && sessionId) {
    return { pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id: sessionId } };
  }
  return null;
}
