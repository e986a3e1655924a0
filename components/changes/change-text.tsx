import type { ChangeView } from "@/lib/contract/api/changes.ts";
import { prepareChange } from "./prepare-change.ts";

/** **Thing** old → new. What was empty says so. */
export function ChangeText({ change }: { change: ChangeView }) {
  const line = prepareChange(change);
  return (
    <span className="min-w-0 wrap-anywhere text-ink-2">
      <b className="font-medium text-ink">{line.thing}</b>{" "}
      {line.sentence ?? (
        <>
          <Value value={line.from} /> <span aria-label="to">→</span> <Value value={line.to} />
        </>
      )}
    </span>
  );
}

function Value({ value }: { value: string | null }) {
  if (value === null) return <span className="text-ink-3">none</span>;
  if (value === "") return <span className="text-ink-3">empty</span>;
  return value;
}
