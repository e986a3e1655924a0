"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { useFocusReturn } from "./use-focus-return.ts";

/**
 * A side sheet for work beside a list: no scrim, no focus trap, the list stays usable. Escape closes it and focus
 * returns to its button. At 390 it is the whole screen.
 */
export function Sheet({
  isOpen,
  onClose,
  title,
  children,
  foot,
  width = 480,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  foot?: ReactNode;
  width?: 480 | 600;
}) {
  const returnFocus = useFocusReturn(isOpen);
  return (
    <Primitive.Root
      open={isOpen}
      modal={false}
      onOpenChange={(isNowOpen) => (isNowOpen ? undefined : onClose())}
    >
      <Primitive.Portal>
        <Primitive.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusFirstField}
          onCloseAutoFocus={returnFocus}
          // The list beside it stays usable: only Escape and the buttons close it.
          onInteractOutside={(event) => event.preventDefault()}
          className={classes(
            "fixed inset-0 z-30 flex flex-col bg-panel shadow-float",
            "tablet:top-(--top-height) tablet:left-auto tablet:border-l tablet:border-line-strong",
            width === 600 ? "tablet:w-[600px]" : "tablet:w-[480px]",
          )}
        >
          <div className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
            <Primitive.Title className="text-sheet font-semibold">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <Button look="quiet" isSquare aria-label="Close" className="ml-auto">
                <Icon name="x" />
              </Button>
            </Primitive.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
          {foot === undefined ? null : (
            <div className="flex items-center gap-2 border-t border-line px-4 py-2">{foot}</div>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Focus goes to the first field, not to the button that closes. */
function focusFirstField(event: Event): void {
  const field =
    event.currentTarget instanceof HTMLElement
      ? event.currentTarget.querySelector<HTMLElement>("input, select, textarea")
      : null;
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** A ruled part of a sheet. */
export function SheetPart({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 pt-3 pb-3.5 last:border-b-0">
      {title === undefined ? null : <h3 className="mb-1.5 font-semibold">{title}</h3>}
      {children}
    </section>
  );
}
