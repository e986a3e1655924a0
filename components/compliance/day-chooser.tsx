"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Popover } from "@/components/ui/popover.tsx";
import { formatWholeDay } from "@/lib/format/day.ts";

/** Opens any recorded day, inside the range or before it. */
export function DayChooser({
  day,
  recordedFrom,
  today,
  onDay,
}: {
  day: string | null;
  /** The first recorded day, as far as it is known here. */
  recordedFrom: string | null;
  today: string;
  onDay: (day: string) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = (form: FormData) => {
    const chosen = form.get("day");
    if (typeof chosen !== "string" || chosen === "") setWrong("Choose a day");
    else if (chosen > today) setWrong("This day is in the future");
    else {
      setWrong(null);
      setIsOpen(false);
      onDay(chosen);
    }
  };
  return (
    <Popover
      label="Any past day"
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button>Any past day…</Button>}
    >
      <form action={choose} className="grid gap-2.5 p-3" noValidate>
        <Field
          id="any-day"
          name="day"
          type="date"
          label="Day"
          hint="at the end of the day, UTC"
          defaultValue={day ?? ""}
          min={recordedFrom ?? undefined}
          max={today}
          wrong={wrong}
          note={recordedFrom === null ? undefined : `Recorded since ${formatWholeDay(recordedFrom)}.`}
        />
        <Button type="submit" look="primary" className="justify-self-start">
          Show this day
        </Button>
      </form>
    </Popover>
  );
}
