import type { ReactNode } from "react";

/** The frame of a page while it loads. After 5 s a note says that this takes longer than usual. */
export function LoadingFrame({
  title,
  className,
  children,
}: {
  /** For a screen reader, where the frame has no visible title. */
  title?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div aria-busy="true" className={className}>
      {title === undefined ? null : <h1 className="sr-only">{title}</h1>}
      {children}
      <p className="slow-note">Slower than usual</p>
    </div>
  );
}
