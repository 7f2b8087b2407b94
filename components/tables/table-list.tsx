import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { ListedTable } from "@/lib/tables/queries";

/** The tables of a programme in their order: what each works on, who leads it, how many sit at it. */
export function TableList({ slug, tables }: { slug: string; tables: ListedTable[] }) {
  const t = useTranslations("tables");
  return (
    <ol className="max-w-[52rem] border-hairline border-t">
      {tables.map((table) => (
        <li
          key={table.id}
          className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 border-hairline border-b py-4"
        >
          <span aria-hidden="true" className="font-semibold text-lead text-muted tabular-nums">
            {table.position}
          </span>
          <div className="min-w-0 space-y-1">
            <h2 lang={table.lang} className="font-semibold text-lead [overflow-wrap:anywhere]">
              <AppLink
                href={{ pathname: "/area/programmes/[slug]/tables/[id]", params: { slug, id: table.id } }}
              >
                {table.title}
              </AppLink>
            </h2>
            {table.aim ? (
              <p lang={table.lang} className="measure whitespace-pre-line [overflow-wrap:anywhere]">
                {table.aim}
              </p>
            ) : null}
            <p className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
              <span>{t("seated", { people: table.people, bodies: table.bodies })}</span>
              {table.leaders.length > 0 ? (
                <span>{t("ledBy", { names: table.leaders.join(", ") })}</span>
              ) : null}
              {table.isMine ? <strong className="text-ink">{t("isMine")}</strong> : null}
              {table.isPublic ? <span>{t("isPublic")}</span> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
