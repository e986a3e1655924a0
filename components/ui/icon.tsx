import { classes } from "./classes.ts";

export type IconName =
  | "chevron"
  | "compliance"
  | "download"
  | "filter"
  | "findings"
  | "fleet"
  | "generations"
  | "group"
  | "guide"
  | "hosts"
  | "key"
  | "moon"
  | "more"
  | "network"
  | "out"
  | "print"
  | "screen"
  | "search"
  | "settings"
  | "sun"
  | "terminal"
  | "token"
  | "vms"
  | "x";

/** An icon beside its word. It is in the document once, drawn by the server; this only references it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classes("icon", className)} aria-hidden>
      <use href={`#icon-${name}`} width="100%" height="100%" />
    </svg>
  );
}
