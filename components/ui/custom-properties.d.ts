import "react";

// Style attributes may set custom properties: that is how a share or a column number reaches the style sheet.
declare module "react" {
  interface CSSProperties {
    [customProperty: `--${string}`]: string | number | undefined;
  }
}
