import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { DomainError } from "@/lib/platform/errors";
import type { FormValues } from "@/lib/platform/form-data";
import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";
import { assertSameOrigin } from "@/lib/platform/origin";
import { consume } from "@/lib/platform/rate-limit";
import { currentActor } from "@/lib/platform/request";
import type { AnyFormTarget } from "@/lib/platform/uploads/target";

/** What the address of an upload says: where the file goes and the language of the page. */
export type UploadAddress = { query: FormValues; place: unknown; locale: Locale };

/** Reads the address; null when it names no place of that kind. */
export function readAddress(request: Request, target: AnyFormTarget): UploadAddress | null {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const place = target.target.safeParse(query);
  if (!place.success) return null;
  const locale: Locale = isLocale(query.locale ?? "") ? (query.locale as Locale) : routing.defaultLocale;
  return { query, place: place.data, locale };
}

/** Lets somebody begin an upload: from a page of ours, signed in, not too often, with the right. */
export async function admit(request: Request, target: AnyFormTarget, place: unknown): Promise<Actor> {
  assertSameOrigin(request);
  const actor = await currentActor();
  if (actor.personId === null) throw new DomainError("signInAgain");
  await consume("upload", actor.personId);
  await target.check(actor, place);
  return actor;
}
