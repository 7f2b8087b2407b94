import { uploadTargets } from "@/app/api/upload/registry";
import { uploadRoute } from "@/lib/platform/uploads/form-route";

/** Receives a new version of a document. */
export const POST = uploadRoute("documents.addVersion", uploadTargets);
