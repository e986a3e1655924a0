import { cloneElement, createElement, Fragment } from "react";
import { REFERENCED_SHAPES } from "./glyph-shapes.tsx";
import { ICON_SHAPES } from "./icon-shapes.ts";

/** The mark, the glyphs and the icons, once in the document, so that the browser needs no code to draw them. */
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
      <defs>
        <g id="mark" fill="none" stroke="currentColor" strokeWidth="2">
          <circle cx="9" cy="14" r="5" />
          <path d="M14 14h11m-5 0v5m4-5v4" />
        </g>
        {Object.entries(REFERENCED_SHAPES).map(([word, shape]) => {
          const id = `glyph-${word}`;
          // The browser copies what a glyph references: a shape of one element needs no group around it.
          return shape.type === Fragment ? (
            <g key={word} id={id}>
              {shape}
            </g>
          ) : (
            cloneElement(shape, { key: word, id })
          );
        })}
      </defs>
    </svg>
  );
}
