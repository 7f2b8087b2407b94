import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { getSite } from "@/lib/platform/settings/site";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicShell site={await getSite()}>{children}</PublicShell>;
}
