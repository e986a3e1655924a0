"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { useFocusReturn } from "./use-focus-return.ts";

/** Only for what needs an answer or immediate attention: over a scrim, focus kept inside, Escape cancels. */
export function Dialog({
  isOpen,
  onClose,
  title,
  note,
  children,
  foot,
  width = 560,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  note?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  width?: 560 | 960;
}) {
  const returnFocus = useFocusReturn(isOpen);
  return (
    <Primitive.Root open={isOpen} onOpenChange={(isNowOpen) => (isNowOpen ? undefined : onClose())}>
      <Primitive.Portal>
        {/* A plain scrim: Radix's own locks scrolling with a style element, which the page's policy forbids. */}
        <div className="fixed inset-0 z-40 grid items-end justify-items-center bg-scrim tablet:items-start tablet:pt-[88px]">
          <Primitive.Content
            aria-describedby={undefined}
            onCloseAutoFocus={returnFocus}
            className={classes(
              "flex max-h-[88vh] w-full flex-col rounded-sm border-t border-line-strong bg-panel shadow-float",
              "tablet:max-h-[calc(100vh-120px)] tablet:max-w-[calc(100vw-24px)] tablet:border",
              width === 960 ? "tablet:w-[960px]" : "tablet:w-[560px]",
            )}
          >
            <div className="flex items-center gap-2.5 border-b border-line py-2 pr-2 pl-4">
              <Primitive.Title className="text-sheet font-semibold">{title}</Primitive.Title>
              {note === undefined ? null : <span className="text-ink-3">{note}</span>}
              <Primitive.Close asChild>
                <Button look="quiet" isSquare aria-label="Close" className="ml-auto">
                  <Icon name="x" />
                </Button>
              </Primitive.Close>
            </div>
            <div className="min-h-0 overflow-auto">{children}</div>
            {foot === undefined ? null : (
              <div className="flex items-center gap-2 border-t border-line bg-ground px-4 py-2">{foot}</div>
            )}
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
