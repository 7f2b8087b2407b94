import { uploadTargets } from "@/app/api/upload/registry";
import { partsRoute } from "@/lib/platform/uploads/parts-route";

/** Begins a file that comes in parts. */
export const POST = partsRoute("portal.beginUpload", uploadTargets);
