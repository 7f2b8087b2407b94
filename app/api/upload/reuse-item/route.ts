import { uploadRoute } from "@/lib/platform/uploads";
import { checkMayPublish, publishItem } from "@/lib/reuse/mutations";
import { mostCoverBytes, publishItemSchema, publishTargetSchema } from "@/lib/reuse/schema";

/** Publishes a document in the library, with its picture or without. */
export const POST = uploadRoute({
  name: "reuse.publish",
  audience: ["coordinator"],
  target: publishTargetSchema,
  schema: publishItemSchema,
  maxBytes: mostCoverBytes,
  check: (actor, { document }) => checkMayPublish(actor, document),
  keep: async (actor, input, file) => ({
    pathname: "/area/programmes/[slug]/reuse/[id]",
    params: await publishItem(actor, input, file),
  }),
  keepWithout: async (actor, input) => ({
    pathname: "/area/programmes/[slug]/reuse/[id]",
    params: await publishItem(actor, input),
  }),
  back: ({ document, programme }) => ({
    pathname: "/area/programmes/[slug]/reuse/new/[id]",
    params: { slug: programme, id: document },
  }),
});
