import { uploadTargets } from "@/app/api/upload/registry";
import { uploadRoute } from "@/lib/platform/uploads/form-route";

/** Receives a file for one's own post that waits. */
export const POST = uploadRoute("animation.attachScheduled", uploadTargets);
