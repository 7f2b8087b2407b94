type Sent = { versionId: string; withdrawnAt: Date | null };

/** What was sent after the version under review and waits beside it; `submissions` are ordered from the last. */
export function newerOf<One extends Sent>({
  state,
  reviewVersionId,
  submissions,
}: {
  state: string;
  reviewVersionId: string | null;
  submissions: readonly One[];
}): One | null {
  const last = submissions.find((one) => one.withdrawnAt === null);
  const isOpen = state === "IN_REVIEW" || state === "CHANGES_REQUESTED";
  return isOpen && last && last.versionId !== reviewVersionId ? last : null;
}
