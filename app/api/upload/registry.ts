import { newScheduledFile } from "@/lib/animation/scheduling/files/import";
import { newDraft } from "@/lib/documents/deliverables/import";
import { newDocument, newVersion } from "@/lib/documents/import";
import { newAttachment } from "@/lib/forum/attachments/import";
import type { FormTargets, UploadTargets } from "@/lib/platform/uploads/target";
import { changedItem, newItem } from "@/lib/reuse/import";

/** Forms whose picture is small, and may be left out. */
export const coverTargets = {
  "reuse.publish": newItem,
  "reuse.change": changedItem,
} as const satisfies FormTargets;

/** Everything that a file can be meant for: what is not here takes none, by no way. */
export const uploadTargets = {
  "documents.add": newDocument,
  "documents.addVersion": newVersion,
  "documents.addDraft": newDraft,
  "forum.attach": newAttachment,
  "animation.attachScheduled": newScheduledFile,
} as const satisfies UploadTargets;
