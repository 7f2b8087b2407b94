import { useTranslations } from "next-intl";
import { DecideForm } from "@/components/documents/decide-form";
import { ExtendForm } from "@/components/documents/extend-form";
import { UndoForm } from "@/components/documents/undo-form";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { CalloutCard } from "@/components/ui/callout-card";
import { Eye, Lock } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { takesTurn } from "@/lib/documents/deliverables/review/chain";

type Props = {
  deliverable: DeliverablePage;
  reader: { personId: string | null; isCoordinator: boolean };
  mayExtendOrLock: boolean;
  actions: Record<"open" | "decide" | "takeNewer" | "undo" | "lock" | "extend", FormAction>;
};

/** What a reviewer can do now: open, decide on the version that was read, undo, lock; the coordinator also extends. */
export function ReviewActs({ deliverable, reader, mayExtendOrLock, actions }: Props) {
  const stamp = { id: deliverable.id, version: deliverable.version };
  const undo = mayUndo(deliverable, reader) ? actions.undo : null;
  switch (deliverable.state) {
    case "SUBMITTED":
      return <Arrived deliverable={deliverable} reader={reader} action={actions.open} />;
    case "IN_REVIEW":
      return <Running deliverable={deliverable} reader={reader} actions={actions} undo={undo} />;
    case "APPROVED":
      return <Approved stamp={stamp} undo={undo} lock={mayExtendOrLock ? actions.lock : null} />;
    case "LOCKED":
      return null;
    default:
      return mayExtendOrLock ? <ExtendForm action={actions.extend} stamp={stamp} /> : null;
  }
}

function mayUndo({ lastApproval }: DeliverablePage, { personId, isCoordinator }: Props["reader"]): boolean {
  return lastApproval !== null && (isCoordinator || lastApproval.reviewerId === personId);
}

type TurnProps = Pick<Props, "deliverable" | "reader">;

/** Whose turn it is, by name, and what the reader may do at it. */
function useTurn({ deliverable, reader }: TurnProps) {
  const t = useTranslations("deliverables.chain");
  const named = deliverable.chainPeople[deliverable.step - 1];
  const turn = takesTurn(deliverable, reader);
  const who = named ? `${named.givenName} ${named.familyName}` : t("gone");
  return { who, mayDecide: turn.may, standIn: turn.may && turn.standsInForId ? who : null };
}

function Arrived({ deliverable, reader, action }: TurnProps & { action: FormAction }) {
  const t = useTranslations("documents.review");
  const chained = useTranslations("deliverables.chain");
  const { who, mayDecide, standIn } = useTurn({ deliverable, reader });
  if (!mayDecide) return <Notice title={chained("firstOpens", { who })} />;
  return (
    <CalloutCard>
      <h2 className="text-h3">{t("arrived")}</h2>
      <p className="mt-1 mb-4">
        {standIn ? `${chained("standIn", { who: standIn })} ` : ""}
        {t("arrivedNote")}
      </p>
      <ActionForm
        action={action}
        id="open-review"
        hidden={{ id: deliverable.id, version: deliverable.version }}
        className="space-y-4"
      >
        <SubmitButton icon={<Eye />}>{t("open")}</SubmitButton>
      </ActionForm>
    </CalloutCard>
  );
}

type RunningProps = TurnProps & { actions: Props["actions"]; undo: FormAction | null };

function Running({ deliverable, reader, actions, undo }: RunningProps) {
  const t = useTranslations("deliverables.chain");
  const { who, mayDecide, standIn } = useTurn({ deliverable, reader });
  const stamp = { id: deliverable.id, version: deliverable.version };
  return (
    <div className="max-w-[52rem] space-y-5">
      {mayDecide ? (
        <DecideForm deliverable={deliverable} standIn={standIn} actions={actions} />
      ) : (
        <Notice title={t("turnOf", { who })}>{t("turnOfNext")}</Notice>
      )}
      {undo ? <UndoForm action={undo} stamp={stamp} label={t("undo")} /> : null}
    </div>
  );
}

type Stamp = { id: string; version: number };

function Approved({ stamp, undo, lock }: { stamp: Stamp; undo: FormAction | null; lock: FormAction | null }) {
  const t = useTranslations("documents.review");
  return (
    <CalloutCard>
      <h2 className="text-h3">{t("approved")}</h2>
      <p className="mt-1 mb-4">{t("approvedNote")}</p>
      <div className="flex flex-wrap gap-3">
        {undo ? <UndoForm action={undo} stamp={stamp} label={t("undo")} /> : null}
        {lock ? (
          <ActionForm action={lock} id="lock" hidden={stamp} className="">
            <SubmitButton variant="outline" size={40} icon={<Lock />}>
              {t("lock")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </CalloutCard>
  );
}
