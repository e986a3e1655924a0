import { createElement } from "react";
import { ICON_SHAPES } from "./icon-shapes.ts";

/** The icons of the frame and the matrix, once in the document, so that the browser needs no code to draw them. */
export function IconSprite() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden>
      {Object.entries(ICON_SHAPES).map(([name, { shapes }]) => (
        <svg
          key={name}
          id={`icon-${name}`}
          width="24"
          height="24"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth={1.6}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          {shapes.map(([tag, attributes]) =>
            createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
          )}
        </svg>
      ))}
    </svg>
  );
}
