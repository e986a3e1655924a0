import { type CSSProperties, type ReactNode, useEffect, useRef } from "react";
import { classes } from "@/components/ui/classes.ts";

/** A chart and its summary: screen readers hear the summary and find the numbers in the table beside it. */
export function ChartFigure({
  summary,
  className,
  style,
  children,
}: {
  summary: string;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}) {
  const drawing = useRef<HTMLDivElement>(null);

  // Layers are portals, on which React listens for every event; Chromium makes an SVG element with a focus listener
  // a tab stop, although it has no action.
  useEffect(() => {
    const element = drawing.current;
    if (!element) return;
    const passLayers = () => {
      for (const layer of element.querySelectorAll("svg g[class*=zIndex-layer]:not([tabindex])"))
        layer.setAttribute("tabindex", "-1");
    };
    passLayers();
    const observer = new MutationObserver(passLayers);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);

  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{summary}</figcaption>
      <div
        ref={drawing}
        aria-hidden
        className={classes("chart", className)}
        {...(style === undefined ? {} : { style })}
      >
        {children}
      </div>
    </figure>
  );
}
