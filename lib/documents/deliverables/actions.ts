"use server";

import { submitDeliverable, withdrawSubmission } from "@/lib/documents/deliverables/mutations";
import { changeRequest, requestDeliverable } from "@/lib/documents/deliverables/requests/mutations";
import {
  decideReview,
  lockDeliverable,
  openReview,
  takeNewer,
  undoApproval,
} from "@/lib/documents/deliverables/review/mutations";
import {
  changeRequestSchema,
  decideSchema,
  deliverableMoveSchema,
  requestDeliverableSchema,
  submitSchema,
  takeNewerSchema,
} from "@/lib/documents/deliverables/schema";
import { action } from "@/lib/platform/action";

const toDeliverable = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } }) as const;
const toMatrix = ({ slug }: { slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/deliverables", params: { slug } }) as const;

export const requestDeliverableAction = action(
  {
    name: "documents.requestDeliverable",
    audience: ["coordinator"],
    schema: requestDeliverableSchema,
    redirectTo: toMatrix,
  },
  requestDeliverable,
);

export const changeRequestAction = action(
  {
    name: "documents.changeRequest",
    audience: ["coordinator"],
    schema: changeRequestSchema,
    redirectTo: toMatrix,
  },
  changeRequest,
);

export const submitDeliverableAction = action(
  {
    name: "documents.submit",
    audience: ["referent", "staff"],
    schema: submitSchema,
    redirectTo: toDeliverable,
  },
  submitDeliverable,
);

export const withdrawSubmissionAction = action(
  {
    name: "documents.withdraw",
    audience: ["referent", "staff"],
    schema: deliverableMoveSchema,
    redirectTo: toDeliverable,
  },
  withdrawSubmission,
);

export const openReviewAction = action(
  {
    name: "documents.openReview",
    audience: ["coordinator", "expert"],
    schema: deliverableMoveSchema,
    redirectTo: toDeliverable,
  },
  openReview,
);

export const decideReviewAction = action(
  {
    name: "documents.decideReview",
    audience: ["coordinator", "expert"],
    schema: decideSchema,
    redirectTo: toDeliverable,
  },
  decideReview,
);

export const takeNewerAction = action(
  {
    name: "documents.takeNewer",
    audience: ["coordinator", "expert"],
    schema: takeNewerSchema,
    redirectTo: toDeliverable,
  },
  takeNewer,
);

export const undoApprovalAction = action(
  {
    name: "documents.undoApproval",
    audience: ["coordinator", "expert"],
    schema: deliverableMoveSchema,
    redirectTo: toDeliverable,
  },
  undoApproval,
);

export const lockDeliverableAction = action(
  {
    name: "documents.lock",
    audience: ["coordinator"],
    schema: deliverableMoveSchema,
    redirectTo: toDeliverable,
  },
  lockDeliverable,
);
