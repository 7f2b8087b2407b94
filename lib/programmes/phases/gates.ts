/** A phase and the one that must be done before it opens. */
export type Gated = { id: string; gatePhaseId: string | null };

/** Whether a gate would close a circle in which no phase could ever open. */
export function closesCircle(phases: readonly Gated[], phaseId: string, gatePhaseId: string): boolean {
  const gates = new Map(phases.map(({ id, gatePhaseId: gate }) => [id, gate]));
  let at: string | null | undefined = gatePhaseId;
  for (let steps = 0; at && steps <= phases.length; steps += 1) {
    if (at === phaseId) return true;
    at = gates.get(at);
  }
  return false;
}
