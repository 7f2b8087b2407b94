import type { ReactNode } from "react";
import { AreaFrame } from "@/components/today/area-frame";
import { onPage, requireActor } from "@/lib/platform/request";
import { getFrame } from "@/lib/today/queries";

type Props = { children: ReactNode; params: Promise<{ slug: string }> };

export default async function ProgrammeLayout({ children, params }: Props) {
  const { slug } = await params;
  const actor = await requireActor();
  return <AreaFrame frame={await onPage(getFrame(actor, slug))}>{children}</AreaFrame>;
}
