import { formTarget } from "@/lib/platform/uploads/target";
import { changeItem, checkMayChange, checkMayPublish, publishItem } from "@/lib/reuse/mutations";
import {
  changeItemSchema,
  changeTargetSchema,
  mostCoverBytes,
  publishItemSchema,
  publishTargetSchema,
} from "@/lib/reuse/schema";

const pathname = "/area/programmes/[slug]/reuse/[id]";

/** A document that enters the library, with its picture or without. */
export const newItem = formTarget({
  audience: ["coordinator"],
  target: publishTargetSchema,
  schema: publishItemSchema,
  maxBytes: mostCoverBytes,
  check: (actor, { document }) => checkMayPublish(actor, document),
  keep: async (actor, input, file) => ({ pathname, params: await publishItem(actor, input, file) }),
  keepWithout: async (actor, input) => ({ pathname, params: await publishItem(actor, input) }),
  back: ({ document, programme }) => ({
    pathname: "/area/programmes/[slug]/reuse/new/[id]",
    params: { slug: programme, id: document },
  }),
});

/** What is said of an item, with a new picture or without. */
export const changedItem = formTarget({
  audience: ["coordinator"],
  target: changeTargetSchema,
  schema: changeItemSchema,
  maxBytes: mostCoverBytes,
  check: (actor, { id }) => checkMayChange(actor, id),
  keep: async (actor, input, file) => ({ pathname, params: await changeItem(actor, input, file) }),
  keepWithout: async (actor, input) => ({ pathname, params: await changeItem(actor, input) }),
  back: ({ id, programme }) => ({ pathname, params: { slug: programme, id } }),
});
