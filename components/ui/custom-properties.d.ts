import "react";

// Style attributes may set custom properties, which pass a share or a column number to the style sheet.
declare module "react" {
  interface CSSProperties {
    [customProperty: `--${string}`]: string | number | undefined;
  }
}
