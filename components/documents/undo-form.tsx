import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Undo2 } from "@/components/ui/icons";

type Props = { action: FormAction; stamp: { id: string; version: number }; label: string };

/** Takes the last approval back. */
export function UndoForm({ action, stamp, label }: Props) {
  return (
    <ActionForm action={action} id="undo" hidden={stamp} className="">
      <SubmitButton variant="outline" size={40} icon={<Undo2 />}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
