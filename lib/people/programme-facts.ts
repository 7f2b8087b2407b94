import { inForce, type ProgrammeFacts } from "@/lib/people/policy";
import type { Tx } from "@/lib/platform/db";
import type { ProgrammeState } from "@/lib/platform/db/generated/enums";

export type ProgrammeInView = ProgrammeFacts & {
  slug: string;
  title: string;
  shortTitle: string;
  lang: string;
  state: ProgrammeState;
};

/** What the rules of this feature ask of a programme, or null when there is none. */
export async function findProgrammeFacts(
  tx: Tx,
  where: { id: string } | { slug: string },
  at: Date,
): Promise<ProgrammeInView | null> {
  const programme = await tx.programme.findUnique({
    where,
    select: {
      id: true,
      slug: true,
      title: true,
      shortTitle: true,
      lang: true,
      state: true,
      promoterId: true,
      assignments: { where: { role: "COORDINATOR", ...inForce(at) }, select: { id: true }, take: 1 },
    },
  });
  if (!programme) return null;
  const { assignments, ...facts } = programme;
  return { ...facts, hasCoordinator: assignments.length > 0 };
}
