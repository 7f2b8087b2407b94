import { useTranslations } from "next-intl";
import { EnrolmentChip } from "@/components/people/enrolment-chip";
import { AppLink } from "@/components/ui/app-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PathProgress } from "@/components/ui/path-progress";
import type { Body } from "@/lib/programmes/queries";

export type BodyWork = {
  /** approved deliverables of those asked for, by organisation */
  deliverables: ReadonlyMap<string, { approved: number; total: number }>;
  /** sessions attended of those held, by organisation */
  presence: ReadonlyMap<string, { present: number; held: number }>;
  /** public threads in which its people wrote */
  threads: readonly { organisationId: string; threads: number }[];
};

type Props = {
  bodies: Body[];
  work: BodyWork;
  /** The source names none, or none was selected yet. */
  isArchive: boolean;
  /** Adds the column of states, where not all bodies take part alike. */
  withState?: boolean;
};

/** The bodies that take part, with what each has done so far. */
export function BodyTable({ bodies, work, isArchive, withState }: Props) {
  const t = useTranslations("programmes.bodies");
  const hasDeliverables = work.deliverables.size > 0;
  const hasPresence = work.presence.size > 0;
  const columns: (Column<Body> | false)[] = [
    {
      key: "body",
      header: t("body"),
      rowHeader: true,
      cell: (body) => (
        <AppLink href={{ pathname: "/organisations/[slug]", params: { slug: body.slug } }}>
          {body.name}
        </AppLink>
      ),
    },
    withState === true && {
      key: "state",
      header: t("state"),
      cell: (body) => <EnrolmentChip state={body.state} />,
    },
    hasDeliverables && {
      key: "deliverables",
      header: t("deliverables"),
      cell: (body) => {
        const { approved, total } = work.deliverables.get(body.organisationId) ?? { approved: 0, total: 0 };
        return total > 0 ? (
          <PathProgress done={approved} total={total} label={t("ofTotal", { done: approved, total })} />
        ) : (
          t("nothingAsked")
        );
      },
    },
    hasPresence && {
      key: "presence",
      header: t("presence"),
      cell: (body) => {
        const { present, held } = work.presence.get(body.organisationId) ?? { present: 0, held: 0 };
        return held > 0 ? t("ofTotal", { done: present, total: held }) : t("noneHeld");
      },
    },
    work.threads.length > 0 && {
      key: "threads",
      header: t("threads"),
      numeric: true,
      cell: (body) => work.threads.find((one) => one.organisationId === body.organisationId)?.threads ?? 0,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      hiddenCaption
      rows={bodies}
      rowKey={(body) => body.enrolmentId}
      columns={columns.filter((column) => column !== false)}
      empty={
        <EmptyState title={t(isArchive ? "sourceNamesNone" : "none")}>
          {isArchive ? null : <p>{t("noneNext")}</p>}
        </EmptyState>
      }
    />
  );
}
