import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { open, type Purpose, seal } from "@/lib/platform/secret-box";
import { signInCookie } from "@/lib/platform/sign-in-token";

const seconds = 5 * 60;
const codesSchema = z.array(z.string());

const purpose = (personId: string): Purpose => ({
  use: "recovery codes on their way to the page",
  of: personId,
});

function cookie() {
  const { name, options } = signInCookie();
  return { name: name.replace(/sign-in$/, "recovery-codes"), options };
}

/**
 * Hands new recovery codes to the page that shows them, in an encrypted cookie of a few minutes: the database keeps
 * nothing of them that could be read.
 */
export async function keepRecoveryCodes(personId: string, codes: string[]): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, seal(JSON.stringify(codes), purpose(personId)), {
    ...options,
    maxAge: seconds,
  });
}

/** The codes that this browser was just given, for the same person. */
export async function shownRecoveryCodes(personId: string): Promise<string[] | null> {
  const box = (await cookies()).get(cookie().name)?.value;
  const text = box ? open(box, purpose(personId)) : null;
  return text ? codesSchema.parse(JSON.parse(text)) : null;
}
