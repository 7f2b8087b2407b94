import { uploadRoute } from "@/lib/platform/uploads";
import { changeItem, checkMayChange } from "@/lib/reuse/mutations";
import { changeItemSchema, changeTargetSchema, mostCoverBytes } from "@/lib/reuse/schema";

/** Changes what is said of an item, with a new picture or without. */
export const POST = uploadRoute({
  name: "reuse.change",
  audience: ["coordinator"],
  target: changeTargetSchema,
  schema: changeItemSchema,
  maxBytes: mostCoverBytes,
  check: (actor, { id }) => checkMayChange(actor, id),
  keep: async (actor, input, file) => ({
    pathname: "/area/programmes/[slug]/reuse/[id]",
    params: await changeItem(actor, input, file),
  }),
  keepWithout: async (actor, input) => ({
    pathname: "/area/programmes/[slug]/reuse/[id]",
    params: await changeItem(actor, input),
  }),
  back: ({ id, programme }) => ({
    pathname: "/area/programmes/[slug]/reuse/[id]",
    params: { slug: programme, id },
  }),
});
