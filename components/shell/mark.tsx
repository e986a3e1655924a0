/** The innkeeper's key. */
export function Mark({ size = 28, label }: { size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <circle cx="9" cy="14" r="5" />
      <path d="M14 14h11m-5 0v5m4-5v4" />
    </svg>
  );
}
