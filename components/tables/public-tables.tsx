import { useTranslations } from "next-intl";
import type { PublicTable } from "@/lib/tables/queries";

/** The thematic tables that a programme shows to everybody, with the bodies that sit at them. */
export function PublicTables({ tables }: { tables: PublicTable[] }) {
  const t = useTranslations("tables");
  return (
    <ol className="grid gap-x-12 pt-2 md:grid-cols-2">
      {tables.map((table) => (
        <li key={table.id} className="space-y-1 border-hairline border-b py-4">
          <p className="text-meta text-muted">{t("number", { number: table.position })}</p>
          <h3 lang={table.lang} className="font-semibold text-lead [overflow-wrap:anywhere]">
            {table.title}
          </h3>
          {table.aim ? (
            <p lang={table.lang} className="measure whitespace-pre-line [overflow-wrap:anywhere]">
              {table.aim}
            </p>
          ) : null}
          {table.bodies.length > 0 ? (
            <p className="text-meta text-muted">{t("public.bodies", { bodies: table.bodies.join(", ") })}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
