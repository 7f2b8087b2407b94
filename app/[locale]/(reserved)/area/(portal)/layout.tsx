import type { ReactNode } from "react";
import { AreaFrame } from "@/components/today/area-frame";
import { requireActor } from "@/lib/platform/request";
import { getFrame } from "@/lib/today/queries";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return <AreaFrame frame={await getFrame(actor)}>{children}</AreaFrame>;
}
