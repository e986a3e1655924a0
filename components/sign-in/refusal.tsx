import type { ReactNode } from "react";
import { Glyph } from "@/components/ui/glyph.tsx";

/** Why sign-in failed, in words that help the right user and no attacker. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <div
      role="alert"
      className="mb-3.5 flex gap-2 bg-critical-soft px-3 pt-2 pb-[9px] shadow-[inset_4px_0_var(--critical)]"
    >
      <Glyph word="critical" size={16} className="mt-px" />
      <p>{children}</p>
    </div>
  );
}
