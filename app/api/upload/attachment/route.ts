import { uploadTargets } from "@/app/api/upload/registry";
import { uploadRoute } from "@/lib/platform/uploads/form-route";

/** Receives a file for one's own post. */
export const POST = uploadRoute("forum.attach", uploadTargets);
