import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** What header, footer and legal pages say of the body that publishes the portal. */
export const siteSchema = z.object({
  bodyName: z.string(),
  bodyShortName: z.string().optional(),
  bodyUrl: z.url().optional(),
  address: z.array(z.string()).optional(),
  taxCode: z.string().optional(),
  email: z.email().optional(),
  certifiedEmail: z.email().optional(),
  phone: z.string().optional(),
  transparencyUrl: z.url().optional(),
  sourceCodeUrl: z.url().optional(),
  privacyOfficerEmail: z.email().optional(),
});

export type Site = z.infer<typeof siteSchema> & { demo: boolean; accessibilityStatementUrl?: string };

/** The publishing body as set (row `site` of the settings); until it is set, the portal's own name. */
export const getSite = cache(async (): Promise<Site> => {
  const row = await db.setting.findUnique({ where: { key: "site" }, select: { value: true } });
  const stored = siteSchema.safeParse(row?.value);
  return {
    ...(stored.success ? stored.data : { bodyName: "Sperimenta" }),
    demo: env().demo,
    accessibilityStatementUrl: env().ACCESSIBILITY_STATEMENT_URL,
  };
});
