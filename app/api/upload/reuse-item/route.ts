import { coverTargets } from "@/app/api/upload/registry";
import { uploadRoute } from "@/lib/platform/uploads/form-route";

/** Publishes a document in the library, with its picture or without. */
export const POST = uploadRoute("reuse.publish", coverTargets);
