"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactNode } from "react";

/** One short line on hover and focus. What matters never stands in a tooltip alone. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <Primitive.Provider delayDuration={250}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            sideOffset={4}
            collisionPadding={8}
            className="z-50 max-w-[320px] rounded-sm border border-line-strong bg-panel px-2 py-1 text-note text-ink shadow-float"
          >
            {text}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
