import { unstable_rethrow } from "next/navigation";
import { useActionState } from "react";
import { formValues } from "@/lib/platform/form-data";
import type { FormState } from "@/lib/platform/form-state";

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/**
 * The state of a form around a server action. `dispatch` is what the browser posts to without JavaScript; `send` keeps
 * the page and what was typed in it also when no answer comes: the error would take their place.
 */
export function useSentForm(action: FormAction, initialState: FormState, unreachable: string) {
  const [posted, dispatch] = useActionState(action, initialState);
  const [sent, send, pending] = useActionState(async (previous: FormState | null, data: FormData) => {
    try {
      return await action(previous ?? posted, data);
    } catch (error) {
      unstable_rethrow(error);
      return refusal(unreachable, data);
    }
  }, null);
  return { state: sent ?? posted, pending, dispatch, send };
}

function refusal(summary: string, data: FormData): FormState {
  return { status: "refused", summary, fieldErrors: {}, values: formValues(data) };
}
