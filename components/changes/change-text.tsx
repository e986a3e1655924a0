import type { ChangeView } from "@/lib/contract/api/changes.ts";
import { Moment } from "@/components/ui/moment.tsx";
import { prepareChange } from "./prepare-change.ts";

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** **Thing** old → new. An empty value is shown as empty. */
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
  return ISO_TIME.test(value) ? <Moment at={value} /> : value;
}
