"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";

/** The filters where there is no room beside the list. The list behind updates at once. */
export function FacetSheet({
  total,
  onClose,
  children,
}: {
  total: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Filters"
      foot={
        <Button look="primary" size="large" className="w-full" onClick={onClose}>
          Show {total} VMs
        </Button>
      }
    >
      {children}
    </Sheet>
  );
}
