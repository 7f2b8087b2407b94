import type { ReactNode } from "react";

/** The row of buttons that ends a form, the main one first; full width on small screens. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col flex-wrap gap-3 border-hairline border-t pt-5 sm:flex-row sm:items-center">
      {children}
    </div>
  );
}
