import "server-only";
import type { ConferenceProvider } from "@/lib/platform/db/generated/enums";
import { env } from "@/lib/platform/env";
import { bigBlueButton } from "@/lib/sessions/conference/providers/big-blue-button";
import { jitsi } from "@/lib/sessions/conference/providers/jitsi";
import { anyLink } from "@/lib/sessions/conference/providers/link";
import { type ConferenceService, ProviderError } from "@/lib/sessions/conference/providers/provider";

/** The service behind a provider. @throws ProviderError when its settings were taken away since it was chosen */
export function serviceOf(provider: ConferenceProvider): ConferenceService {
  const settings = env();
  if (provider === "LINK") return anyLink;
  if (provider === "JITSI" && settings.jitsi) return jitsi(settings.jitsi);
  if (provider === "BIGBLUEBUTTON" && settings.bigBlueButton) return bigBlueButton(settings.bigBlueButton);
  throw new ProviderError("unreachable", `${provider} is not configured`);
}
