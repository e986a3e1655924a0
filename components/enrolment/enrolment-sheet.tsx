"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Sheet, SheetPart } from "@/components/ui/sheet.tsx";
import { EnrolmentCommands } from "./enrolment-commands.tsx";
import { EnrolmentKeyForm } from "./enrolment-key-form.tsx";
import { FirstReports } from "./first-reports.tsx";
import type { EnrolmentKey } from "./make-enrolment-key.ts";
import { NothingComes } from "./nothing-comes.tsx";

/** Enrols hosts beside the list: key, command, and waiting for the reports. The key is kept until the page is left. */
export function EnrolmentSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [made, setMade] = useState<EnrolmentKey | null>(null);
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Enrol a host"
      width={600}
      foot={
        <>
          {made === null ? null : (
            <Button look="quiet" onClick={() => setMade(null)}>
              Another key
            </Button>
          )}
          <Button className="ml-auto" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <SheetPart title="1. Enrolment key">
        <EnrolmentKeyForm enrolmentKey={made} onMade={setMade} />
      </SheetPart>
      <SheetPart title="2. Command to run">
        <EnrolmentCommands enrolmentKey={made?.key ?? null} />
      </SheetPart>
      <div className="border-b border-line">
        <FirstReports title="Waiting for first reports" />
      </div>
      <SheetPart>
        <NothingComes />
      </SheetPart>
    </Sheet>
  );
}
