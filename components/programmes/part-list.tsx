import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { PartRow } from "@/components/programmes/part-rows";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "@/components/ui/icons";
import type { FactKind } from "@/lib/platform/db/generated/enums";
import { partAddress } from "@/lib/programmes/parts/address";
import type { PartName } from "@/lib/programmes/parts/schema";

type Props = {
  programme: { id: string; slug: string; version: number };
  part: PartName | "phases";
  rows: PartRow[];
  moveAction: FormAction;
};

/** The rows of one list: each can be changed, moved and removed; one can be added. */
export function PartList({ programme, part, rows, moveAction }: Props) {
  const t = useTranslations("programmes.parts");
  const kinds = useTranslations("programmes.facts.kinds");
  const here = partAddress(programme.slug, part);
  const add = (
    <ButtonLink size={40} icon={<Plus />} href={{ ...here, query: { edit: "new" } }}>
      {t(`add.${part}`)}
    </ButtonLink>
  );
  if (rows.length === 0) return <EmptyState title={t(`none.${part}`)} action={add} />;
  return (
    <div className="space-y-5">
      <ol className="divide-y divide-hairline border-hairline border-y">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
            <div className="min-w-0 flex-1 basis-64">
              {row.kind ? <p className="text-age text-muted">{kinds(row.kind as FactKind)}</p> : null}
              <p className="font-semibold">{row.title}</p>
              {row.note ? <p className="line-clamp-2 text-meta text-muted">{row.note}</p> : null}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <ButtonLink
                variant="outline"
                size={32}
                icon={<Pencil />}
                href={{ ...here, query: { edit: row.id } }}
              >
                {t("change")}
                <span className="sr-only"> {row.title}</span>
              </ButtonLink>
              <MoveButton {...{ programme, part, row, moveAction }} direction="up" />
              <MoveButton {...{ programme, part, row, moveAction }} direction="down" />
              <ButtonLink
                variant="danger"
                size={32}
                icon={<Trash2 />}
                href={{ ...here, query: { remove: row.id } }}
              >
                {t("remove")}
                <span className="sr-only"> {row.title}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ol>
      {add}
    </div>
  );
}

type MoveProps = Pick<Props, "programme" | "part" | "moveAction"> & {
  row: PartRow;
  direction: "up" | "down";
};

function MoveButton({ programme, part, row, moveAction, direction }: MoveProps) {
  const t = useTranslations("programmes.parts");
  const Icon = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <ActionForm
      action={moveAction}
      className=""
      id={`${direction}-${row.id}`}
      hidden={{ programmeId: programme.id, version: programme.version, part, id: row.id, direction }}
    >
      <SubmitButton variant="outline" size={32} icon={<Icon />}>
        <span className="sr-only">{t(direction, { title: row.title })}</span>
      </SubmitButton>
    </ActionForm>
  );
}
