import { z } from "zod";
import { bilingualSchema } from "@/lib/platform/i18n/bilingual";

export const activityLevels = ["low", "medium", "high"] as const;
export const performanceLevels = ["low", "medium", "high"] as const;
export const skillLevels = ["basic", "autonomous", "adequate", "advanced"] as const;
export const keyRoles = ["organisational-position", "office-head", "key-figure"] as const;
export const limitPeriods = ["week", "month"] as const;

const limitSchema = z.object({
  days: z.number().int().min(1).max(31),
  /** "up to" three days, or exactly one */
  isMaximum: z.boolean(),
  period: z.enum(limitPeriods),
  /** false where the source gives the days without their period, and the portal reads one */
  periodIsStated: z.boolean(),
  quote: z.string().min(1),
  note: bilingualSchema.nullable(),
});

const activityConditionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("digitalisation"), level: z.enum(activityLevels) }),
  z.object({ kind: z.literal("planning"), level: z.enum(activityLevels) }),
  z.object({ kind: z.literal("objective-variability"), level: z.enum(activityLevels) }),
  z.object({ kind: z.literal("presence-together") }),
  z.object({ kind: z.literal("skills-at-most"), level: z.enum(skillLevels) }),
]);

const profileSchema = z.object({
  code: z.string().regex(/^[A-Z]$/),
  name: bilingualSchema,
  limit: limitSchema,
  activity: z.object({
    match: z.enum(["all", "any"]),
    conditions: z.array(activityConditionSchema).min(1),
    text: bilingualSchema,
    quote: z.string().min(1),
  }),
  person: z.object({
    skillsAtLeast: z.enum(skillLevels),
    /** of effectiveness, autonomy and planning the lowest counts */
    performanceAtLeast: z.enum(performanceLevels),
    /** one of them is needed; none = open to every role */
    roles: z.array(z.enum(keyRoles)),
    text: bilingualSchema,
    quote: z.string().min(1),
  }),
  rows: z.array(z.string()),
});

const scaleSchema = z.object({
  name: bilingualSchema,
  levels: z.array(z.object({ key: z.string(), name: bilingualSchema, isFromSource: z.boolean() })).min(2),
});

/** Content of the rule set: profiles in the order in which they are tried, and the scales they speak of. */
export const smartWorkingProfilesSchema = z.object({
  title: bilingualSchema,
  profiles: z
    .array(profileSchema)
    .min(1)
    .refine((list) => new Set(list.map((profile) => profile.code)).size === list.length, {
      error: "smart-working.duplicateCode",
    }),
  scales: z.object({ activity: scaleSchema, skills: scaleSchema, performance: scaleSchema }),
  notes: z.array(bilingualSchema),
});

export type SmartWorkingProfiles = z.infer<typeof smartWorkingProfilesSchema>;
export type SmartWorkingProfile = SmartWorkingProfiles["profiles"][number];

/** The rule set that holds the remote-work profiles. */
export const profileRules = { kind: "smart-working.profiles", schema: smartWorkingProfilesSchema };

/** The programmes about smart working: first the one from which profiles and phases come, then the regional community. */
export const smartWorkingProgrammes = ["cm-bologna-smart-work", "er-smart-working"] as const;
