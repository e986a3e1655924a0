import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Glyph } from "./glyph.tsx";

interface FieldProps extends ComponentProps<"input"> {
  id: string;
  label: string;
  /** The requirement, in words, beside the label. */
  hint?: string;
  /** Below the control; replaced by an error. */
  note?: ReactNode;
  /** The error, in words. */
  wrong?: string | null;
  /** On the right, inside the control. */
  end?: ReactNode;
}

/** Label above, control, note below. An error is stated in words and linked to the control. */
export function Field({ id, label, hint, note, wrong, end, className, ...input }: FieldProps) {
  const said = wrong ?? null;
  const noteId = `${id}-note`;
  return (
    <div className="grid min-w-0 content-start gap-[3px]">
      <label htmlFor={id} className="text-note font-medium text-ink-2">
        {label}
        {hint === undefined ? null : <span className="font-normal text-ink-3"> {hint}</span>}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          className={classes("field-input", end !== undefined && "pr-14", className)}
          aria-invalid={said !== null}
          aria-describedby={said !== null || note !== undefined ? noteId : undefined}
        />
        {end === undefined ? null : <div className="absolute inset-y-0 right-2 flex items-center">{end}</div>}
      </div>
      {said === null && note === undefined ? null : (
        <div
          id={noteId}
          className={classes("text-note", said === null ? "text-ink-3" : "flex gap-1 text-critical-ink")}
        >
          {said === null ? (
            note
          ) : (
            <>
              <Glyph word="critical" size={13} className="mt-px" />
              {said}
            </>
          )}
        </div>
      )}
    </div>
  );
}
