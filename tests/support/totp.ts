import { generateSync } from "otplib";

/** What an app with this secret shows at a moment. */
export function codeOf(secret: string, at: Date): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
}
