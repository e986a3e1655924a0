/** Browsers break a line after any hyphen; SR-IOV and a command's parameters, as -WhatIf, are read as one word. */
const TERMS = /(SR-IOV|(?<=^|\s)-[A-Z]\w+)/;

/** Text in which technical terms stay on one line. */
export function WholeTerms({ children }: { children: string }) {
  return children.split(TERMS).map((part, index) =>
    index % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one sentence have no other name
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
