"use server";

import {
  askExtension,
  decideExtension,
  grantExtension,
  withdrawExtension,
} from "@/lib/documents/deliverables/extensions/mutations";
import {
  askExtensionSchema,
  decideExtensionSchema,
  withdrawExtensionSchema,
} from "@/lib/documents/deliverables/extensions/schema";
import { extendSchema } from "@/lib/documents/deliverables/schema";
import { action } from "@/lib/platform/action";

const toDeliverable = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } }) as const;

export const grantExtensionAction = action(
  {
    name: "documents.grantExtension",
    audience: ["coordinator"],
    schema: extendSchema,
    redirectTo: toDeliverable,
  },
  grantExtension,
);

export const askExtensionAction = action(
  {
    name: "documents.askExtension",
    audience: ["referent", "staff"],
    schema: askExtensionSchema,
    redirectTo: toDeliverable,
  },
  askExtension,
);

export const decideExtensionAction = action(
  {
    name: "documents.decideExtension",
    audience: ["coordinator"],
    schema: decideExtensionSchema,
    redirectTo: toDeliverable,
  },
  decideExtension,
);

export const withdrawExtensionAction = action(
  {
    name: "documents.withdrawExtension",
    audience: ["referent", "staff"],
    schema: withdrawExtensionSchema,
    redirectTo: toDeliverable,
  },
  withdrawExtension,
);
