import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UserMinus } from "@/components/ui/icons";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { SeatRow } from "@/lib/tables/queries";

type Props = { seats: SeatRow[]; maySeat: boolean; end: FormAction };

/** Who sits at a table, for which body and since when; with what ends a place. */
export function SeatTable({ seats, maySeat, end }: Props) {
  const t = useTranslations("tables");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("seats.title")}
      hiddenCaption
      rows={seats}
      rowKey={(seat) => seat.id}
      empty={
        <EmptyState title={t("seats.empty")}>{t(maySeat ? "seats.emptyGive" : "seats.emptyNext")}</EmptyState>
      }
      columns={[
        { key: "name", header: t("seats.name"), rowHeader: true, cell: (seat) => seat.name },
        { key: "body", header: t("seats.body"), cell: (seat) => seat.body?.name ?? t("seats.ofProgramme") },
        {
          key: "role",
          header: t("seats.role"),
          cell: (seat) => (seat.isCoordinator ? <strong>{t("leads")}</strong> : t("delegate")),
        },
        { key: "from", header: t("seats.from"), cell: (seat) => formatDay(seat.fromAt, locale) },
        ...(seats.some((seat) => seat.mayEnd)
          ? [
              {
                key: "end",
                header: t("seats.end"),
                hiddenHeader: true,
                cell: (seat: SeatRow) =>
                  seat.mayEnd ? (
                    <ActionForm action={end} id={`end-${seat.id}`} hidden={{ id: seat.id }} className="">
                      <SubmitButton
                        variant="outline"
                        size={32}
                        icon={<UserMinus />}
                        aria-label={t(seat.isOwn ? "seats.leaveOf" : "seats.endOf", { name: seat.name })}
                      >
                        {t(seat.isOwn ? "seats.leave" : "seats.end")}
                      </SubmitButton>
                    </ActionForm>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
