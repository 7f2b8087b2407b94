import { uploadTargets } from "@/app/api/upload/registry";
import { uploadRoute } from "@/lib/platform/uploads/form-route";

/** Receives a version of the draft that a body shares for one deliverable. */
export const POST = uploadRoute("documents.addDraft", uploadTargets);
