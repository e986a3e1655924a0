import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

export interface ButtonLook {
  look?: "plain" | "quiet" | "primary" | "danger";
  size?: "small" | "medium" | "large";
  /** As wide as it is high, for an icon alone; it then needs an `aria-label`. */
  isSquare?: boolean;
}

/** The classes of a button, for links that look like one. */
export function buttonClass({ look = "plain", size = "medium", isSquare = false }: ButtonLook = {}): string {
  return classes(
    "button",
    look !== "plain" && `button-${look}`,
    size !== "medium" && `button-${size}`,
    isSquare && "button-square",
  );
}

/** A page has one primary button at most; what destroys is plain with critical words. */
export function Button({ look, size, isSquare, className, ...rest }: ButtonLook & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        buttonClass({
          ...(look ? { look } : {}),
          ...(size ? { size } : {}),
          ...(isSquare ? { isSquare } : {}),
        }),
        className,
      )}
    />
  );
}
