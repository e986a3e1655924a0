import { SERVICE_ORDER } from "./service-words.ts";

/** The frame while the first page loads: its hairlines are visual only, a screen reader hears one word. */
export function LoadingLines() {
  return (
    <>
      <output className="sr-only">Loading the VMs</output>
      <div className="appear-late" aria-hidden>
        {WIDTHS.map((width) => (
          <div key={width} className="matrix-line mx-row">
            <span className="mx-select" />
            <span className="mx-health">
              <i className="mx-ghost" />
            </span>
            <span className="mx-name">
              <i className="mx-ghost-text" style={{ width: `${width}%` }} />
            </span>
            <span className="mx-os">
              <i className="mx-ghost-text w-14" />
            </span>
            <span className="mx-findings" />
            {SERVICE_ORDER.map((key) => (
              <span key={key} className="mx-cell" data-column={key}>
                <i className="mx-ghost" />
              </span>
            ))}
          </div>
        ))}
      </div>
      <p className="slow-note">Slower than usual</p>
    </>
  );
}

const WIDTHS = [72, 44, 58, 81, 50, 64, 70, 39, 55, 76, 48, 62, 84, 51] as const;
