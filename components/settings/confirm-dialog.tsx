"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";

/** Confirms an action that ends or changes something for everyone: the dialog names what it affects. */
export function ConfirmDialog({
  title,
  verb,
  isHarmless = false,
  act,
  onClose,
  children,
}: {
  title: string;
  /** The button's label, which names the action. */
  verb: string;
  /** Nothing ends by it. */
  isHarmless?: boolean;
  act: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const queryClient = useQueryClient();
  const acting = useMutation({
    mutationFn: act,
    // Any visible data may depend on it.
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button look="quiet" className="ml-auto" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look={isHarmless ? "primary" : "danger"}
            onClick={() => acting.mutate()}
            disabled={acting.isPending}
          >
            {verb}
          </Button>
        </>
      }
    >
      <div className="grid gap-2 px-4 py-3">
        {children}
        {acting.error === null ? null : (
          <p role="alert" className="flex gap-1.5 text-note text-critical-ink">
            <Glyph word="critical" size={13} className="mt-px" />
            Nothing was changed: {acting.error.message.replace(/\.$/, "")}.
          </p>
        )}
      </div>
    </Dialog>
  );
}
