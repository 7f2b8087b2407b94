import { coverTargets } from "@/app/api/upload/registry";
import { uploadRoute } from "@/lib/platform/uploads/form-route";

/** Changes what is said of an item, with a new picture or without. */
export const POST = uploadRoute("reuse.change", coverTargets);
