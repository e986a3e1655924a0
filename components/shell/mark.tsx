/** The innkeeper's key, which the server draws once in the document. */
export function Mark({ size = 28, label }: { size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <use href="#mark" />
    </svg>
  );
}
