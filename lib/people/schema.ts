import { z } from "zod";

/** A mail address as it is stored: trimmed, in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "tooLong")
  .pipe(z.email({ error: "people.emailInvalid" }));

export const nameSchema = z.string().trim().min(1, "required").max(100, "tooLong");
export const localeSchema = z.enum(["it", "en"]);
export const roleSchema = z.enum([
  "ADMINISTRATOR",
  "PRIVACY_OFFICER",
  "PROGRAMME_MANAGER",
  "COORDINATOR",
  "EXPERT",
  "OBSERVER",
  "REFERENT",
  "STAFF",
]);

/** A password that is being chosen; what makes a good one is told by `assertGoodPassword`. */
export const newPasswordSchema = z.string().min(1, "required").max(1000, "tooLong");
/** A password as somebody types it to prove who they are. */
export const presentPasswordSchema = z.string().min(1, "required").max(1000, "tooLong");

/** The secret of a link. */
export const secretSchema = z.string().min(20).max(100);
