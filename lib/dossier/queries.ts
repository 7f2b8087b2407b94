import "server-only";
import { countPackedFiles } from "@/lib/documents/packing/queries";
import { canTakeDossier } from "@/lib/dossier/policy";
import type { Actor } from "@/lib/platform/actor";
import { countApprovedMinutes } from "@/lib/sessions/minutes/approval/queries";

/** About how many files a programme's official file will hold, and their bytes; null for who may not take it. */
export async function findDossierFigures(
  actor: Actor,
  programmeId: string,
): Promise<{ files: number; bytes: number } | null> {
  if (!canTakeDossier(actor, programmeId)) return null;
  const [documents, minutes] = await Promise.all([
    countPackedFiles(actor, programmeId),
    countApprovedMinutes(actor, programmeId),
  ]);
  return { files: documents.files + minutes, bytes: documents.bytes };
}
