import { uploadTargets } from "@/app/api/upload/registry";
import { uploadRoute } from "@/lib/platform/uploads/form-route";

/** Receives a new document of a space. */
export const POST = uploadRoute("documents.add", uploadTargets);
