import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

export interface ButtonLook {
  look?: "plain" | "quiet" | "primary" | "danger" | undefined;
  size?: "small" | "medium" | "large" | undefined;
  /** Square, for an icon alone; it then needs an `aria-label`. */
  isSquare?: boolean | undefined;
}

/** The button classes, for links that look like one. */
export function buttonClass({ look = "plain", size = "medium", isSquare = false }: ButtonLook = {}): string {
  return classes(
    "button",
    look !== "plain" && `button-${look}`,
    size !== "medium" && `button-${size}`,
    isSquare && "button-square",
  );
}

/** A page has at most one primary button; a destructive one is plain with a critical label. */
export function Button({ look, size, isSquare, className, ...rest }: ButtonLook & ComponentProps<"button">) {
  return (
    <button type="button" {...rest} className={classes(buttonClass({ look, size, isSquare }), className)} />
  );
}
