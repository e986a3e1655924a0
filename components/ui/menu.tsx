"use client";

import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { Glyph } from "./glyph.tsx";

/** A menu that opens at its button. */
export function Menu({
  trigger,
  children,
  align = "start",
}: {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-[200px] rounded-sm border border-line-strong bg-panel py-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const ENTRY =
  "flex min-h-7 cursor-pointer items-center gap-2 px-3 text-sub outline-none data-highlighted:bg-hover data-disabled:text-ink-3";

/** Entries of which exactly one is selected. */
export function MenuChoices({
  label,
  value,
  onChoose,
  choices,
}: {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  choices: readonly { value: string; label: ReactNode }[];
}) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
      <DropdownMenu.Label className="px-3 pt-1.5 pb-0.5 text-head font-semibold text-ink-2">
        {label}
      </DropdownMenu.Label>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={ENTRY}>
          <span className="w-3.5">
            <DropdownMenu.ItemIndicator>
              <Glyph word="pass" size={13} className="text-accent!" />
            </DropdownMenu.ItemIndicator>
          </span>
          {choice.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** An entry that performs an action. */
export function MenuAction({ onDo, children }: { onDo: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={ENTRY} onSelect={onDo}>
      {children}
    </DropdownMenu.Item>
  );
}
