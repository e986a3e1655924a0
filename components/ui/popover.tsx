"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";

/** A small panel at its button: choices, columns, details on demand. */
export function Popover({
  trigger,
  children,
  label,
  align = "start",
  width = 240,
  open,
  onOpenChange,
}: {
  /** One button. */
  trigger: ReactNode;
  children: ReactNode;
  label: string;
  align?: "start" | "center" | "end";
  width?: number;
  /** For content that closes it. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Primitive.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          style={{ width }}
          className="z-50 max-h-[var(--radix-popover-content-available-height)] overflow-auto rounded-sm border border-line-strong bg-panel shadow-float"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
