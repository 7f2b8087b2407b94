import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { placeOptions } from "@/components/documents/place-options";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ArrowRight } from "@/components/ui/icons";
import type { PlaceGroup } from "@/lib/documents/folders/queries";
import { shownValue } from "@/lib/documents/moving/schema";

type Props = {
  action: FormAction;
  places: readonly PlaceGroup[];
  /** documents that are moved whatever is ticked: the one of its page */
  documents?: readonly { id: string; version: number }[];
  /** a table with ticks */
  children?: ReactNode;
};

/** Moves what is ticked, or the document of the page, to a folder or to another space. */
export function MoveForm({ action, places, documents = [], children }: Props) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={action}
      id="move"
      fieldLabels={{ documents: t("move.documents"), to: t("move.to") }}
      className="space-y-5"
    >
      {documents.map((one) => (
        <input key={one.id} type="hidden" name="documents[]" value={shownValue(one)} />
      ))}
      {children}
      <div className="no-print flex max-w-[40rem] flex-col gap-4 sm:flex-row sm:items-end [&>:first-child]:flex-1">
        <Select
          name="to"
          label={t(children ? "move.toTicked" : "move.to")}
          placeholder={t("move.choose")}
          options={placeOptions(places, t)}
        />
        <SubmitButton variant="outline" size={40} icon={<ArrowRight />}>
          {t("move.do")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
