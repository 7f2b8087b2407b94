import { z } from "zod";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);
const day = z.iso.date("documents.dayExpected");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "documents.timeExpected");

const requestFields = {
  title: z.string("required").trim().min(1, "required").max(200, "tooLong"),
  instructions: z.string().trim().max(10_000, "tooLong").default(""),
  dueDay: day,
  dueTime: time.default("23:59"),
  cutOffDay: day.optional(),
  templateDocumentId: id.optional(),
  /** only a referent of the body sends */
  releaseByReferent: z.literal("on").optional(),
  /** documents that whoever sends must have read first */
  materials: z.array(id).max(50).optional(),
  /** who reviews, in order; empty ones between are passed over */
  reviewer1: id.optional(),
  reviewer2: id.optional(),
  reviewer3: id.optional(),
  reviewer4: id.optional(),
  reviewer5: id.optional(),
};

/** The fields of the chain, in order. */
export const reviewerFields = ["reviewer1", "reviewer2", "reviewer3", "reviewer4", "reviewer5"] as const;
type Reviewers = Partial<Record<(typeof reviewerFields)[number], string>>;

/** The chain that a form asks for. */
export function reviewersOf(request: Reviewers): { field: string; personId: string }[] {
  return reviewerFields.flatMap((field) => {
    const personId = request[field];
    return personId ? [{ field, personId }] : [];
  });
}

/** Nobody reviews twice: the second place of one person is the fault. */
function namesOnce(request: Reviewers, context: z.RefinementCtx): void {
  const named = new Set<string>();
  for (const { field, personId } of reviewersOf(request)) {
    if (named.has(personId)) {
      context.addIssue({ code: "custom", path: [field], message: "deliverables.reviewerTwice" });
    }
    named.add(personId);
  }
}

const cutOffAfterDue = (request: { dueDay: string; cutOffDay?: string }) =>
  !request.cutOffDay || request.cutOffDay >= request.dueDay;

export const requestDeliverableSchema = z
  .object({
    programme: z.string("required"),
    ...requestFields,
    /** bodies that owe it; none = all that take part */
    bodies: z.array(id).default([]),
    owedBy: z.enum(["all", "some"], "chooseOne").default("all"),
  })
  .refine(cutOffAfterDue, { path: ["cutOffDay"], error: "documents.cutOffBeforeDue" })
  .refine((request) => request.owedBy === "all" || request.bodies.length > 0, {
    path: ["bodies"],
    error: "documents.chooseBodies",
  })
  .superRefine(namesOnce);
export type RequestDeliverable = z.output<typeof requestDeliverableSchema>;

export const changeRequestSchema = z
  .object({ id, version, ...requestFields })
  .refine(cutOffAfterDue, { path: ["cutOffDay"], error: "documents.cutOffBeforeDue" })
  .superRefine(namesOnce);
export type ChangeRequest = z.output<typeof changeRequestSchema>;

export const addDraftSchema = z.object({
  deliverable: id,
  number: z.coerce.number().int().min(1),
  note: z.string().trim().max(500, "tooLong").default(""),
});
export type AddDraft = z.output<typeof addDraftSchema>;

/** a move on a deliverable as it stood when the form was shown */
export const deliverableMoveSchema = z.object({ id, version });
export type MoveDeliverable = z.output<typeof deliverableMoveSchema>;

/** the newer version that is taken under review in place of the older one */
export const takeNewerSchema = z.object({ id, version, versionId: id });
export type TakeNewer = z.output<typeof takeNewerSchema>;

export const submitSchema = z.object({ id, version, versionId: id });
export type Submit = z.output<typeof submitSchema>;

export const decideSchema = z
  .object({
    id,
    version,
    /** the version that the reviewer read: a newer one must not be approved unread */
    versionId: id,
    decision: z.enum(["APPROVED", "CHANGES_REQUESTED"], "chooseOne"),
    comment: z.string().trim().max(5000, "tooLong").default(""),
    /** the older version is approved on purpose, although a newer one was sent */
    goOn: z.literal("on").optional(),
  })
  .refine((review) => review.decision === "APPROVED" || review.comment !== "", {
    path: ["comment"],
    error: "documents.sayWhatToChange",
  });
export type Decide = z.output<typeof decideSchema>;

export const extendSchema = z.object({
  id,
  version,
  newDueDay: day,
  reason: z.string("required").trim().min(1, "required").max(1000, "tooLong"),
});
export type Extend = z.output<typeof extendSchema>;

/** Where a draft goes: known from its address, before its bytes. */
export const draftTargetSchema = z.object({ deliverable: id, programme: z.string().min(1).max(200) });

/** Filters of the matrix, from the address; what cannot be read is no filter. */
export const matrixFiltersSchema = z.object({
  body: z.uuid().optional().catch(undefined),
  state: z
    .enum(["TO_DO", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "APPROVED", "LOCKED"])
    .optional()
    .catch(undefined),
  late: z.literal("on").optional().catch(undefined),
  request: z.uuid().optional().catch(undefined),
  /** what waits for the reader */
  mine: z.literal("on").optional().catch(undefined),
});
