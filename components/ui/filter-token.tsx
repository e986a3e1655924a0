import { Icon } from "./icon.tsx";

/** An active filter, in words, which can be removed. */
export function FilterToken({ words, onDrop }: { words: string; onDrop: () => void }) {
  return (
    <span className="inline-flex min-h-6 items-center gap-1 rounded-sm bg-accent-soft pl-[7px] text-note">
      {words}
      <button
        type="button"
        aria-label={`Remove ${words}`}
        onClick={onDrop}
        className="grid size-6 place-items-center hover:bg-hover"
      >
        <Icon name="x" className="size-3!" />
      </button>
    </span>
  );
}
