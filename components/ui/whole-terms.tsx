/** Browsers break a line after any hyphen; this term is read as one word. */
const TERM = "SR-IOV";

/** Text in which technical terms stay on one line. */
export function WholeTerms({ children }: { children: string }) {
  return children.split(new RegExp(`(${TERM})`)).map((part, index) =>
    part === TERM ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one sentence have no other name
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
