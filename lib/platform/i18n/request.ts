import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "@/lib/platform/i18n/load-messages";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { zone } from "@/lib/platform/rome-time";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = asked && isLocale(asked) ? asked : routing.defaultLocale;
  return { locale, timeZone: zone, messages: await loadMessages(locale) };
});
