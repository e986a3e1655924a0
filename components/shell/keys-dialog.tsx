"use client";

import { Dialog } from "@/components/ui/dialog.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import type { Place } from "./places.ts";

type Keys = readonly (readonly [keys: string, does: string])[];

const MATRIX: Keys = [
  ["↑ ↓ ← →", "cell to cell"],
  ["Home End", "first, last cell of the row"],
  ["Ctrl+Home Ctrl+End", "first, last row"],
  ["PgUp PgDn", "a screen"],
  ["[ ]", "previous, next finding"],
  ["Enter", "open the VM, or fold the host"],
  ["Space", "select the row"],
  ["Shift+Space", "select up to here"],
  ["C", "copy the fix of the cell"],
  ["Esc", "close the card, then clear the selection"],
];

const EVERYWHERE: Keys = [
  ["/", "search"],
  ["Ctrl+K", "go anywhere"],
  ["?", "these keys"],
  ["D", "light, dark"],
];

const FILTERS: Keys = [
  ["Click", "only this value"],
  ["Ctrl+Click", "add this value"],
];

/** All keyboard shortcuts. Each of them has a button, too. */
export function KeysDialog({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title="Keys" note="every shortcut also has a button" width={960}>
      <div className="grid tablet:grid-cols-3">
        <div className="px-4 pt-1 pb-4">
          <Group title="In the matrix of VMs" keys={MATRIX} />
        </div>
        <div className="border-line px-4 pt-1 pb-4 tablet:border-x">
          <Group title="Everywhere" keys={EVERYWHERE} />
          <Group title="Filters" keys={FILTERS} />
        </div>
        <div className="px-4 pt-1 pb-4">
          <Group
            title="Go to"
            keys={places.map((place) => [`G ${place.key.toUpperCase()}`, place.label] as const)}
          />
        </div>
      </div>
    </Dialog>
  );
}

function Group({ title, keys }: { title: string; keys: Keys }) {
  return (
    <section>
      <h3 className="pt-2.5 pb-1 text-note font-semibold text-ink-2">{title}</h3>
      <dl className="grid grid-cols-[124px_1fr]">
        {keys.map(([combination, does]) => (
          <div key={combination} className="contents">
            <dt className="flex min-h-[26px] flex-wrap items-center gap-[3px] border-b border-line py-[3px]">
              {combination.split(" ").map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="flex min-h-[26px] items-center border-b border-line py-[3px]">{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
