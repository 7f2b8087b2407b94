/** What a thread can be about: a point of an agenda, a decision of some minutes, a deliverable. */
export const targetKinds = ["point", "decision", "deliverable"] as const;
export type TargetKind = (typeof targetKinds)[number];

/** One of these things. */
export type LinkTarget = { kind: TargetKind; id: string };

/** The thing as a link holds it: one column of three is set. */
export function columnsOf({ kind, id }: LinkTarget) {
  return {
    agendaItemId: kind === "point" ? id : null,
    decisionId: kind === "decision" ? id : null,
    deliverableId: kind === "deliverable" ? id : null,
  };
}
