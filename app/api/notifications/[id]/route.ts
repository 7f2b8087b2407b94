import { openNotice } from "@/lib/notifications/centre/queries";
import { addressOfPlace } from "@/lib/notifications/subject";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { identifierIn, route } from "@/lib/platform/route";

/** Opens what somebody was told of, and remembers that they have read it, as opening a thread does. */
export const GET = route<{ id: string }>(
  { name: "notifications.open", audience: ["signed-in"] },
  async (request, { params, actor }) => {
    const place = await openNotice(await actor(), identifierIn(params.id));
    return new Response(null, {
      status: 303,
      headers: { Location: addressOfPlace(place, localeIn(request)), "Cache-Control": "no-store" },
    });
  },
);
