"use client";

import { useId, useState } from "react";
import { CommandBox, CommandFrame } from "@/components/ui/command-box.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import type { GuideHand } from "@/lib/guide/page.ts";
import { Prose } from "./prose.tsx";

/** Check, then fix: side by side, with a tab for each system. */
export function HandWork({ hands }: { hands: readonly GuideHand[] }) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const hand = hands[chosen] ?? hands[0];
  if (!hand) return null;
  const commands = (
    <>
      <div className="guide-hand">
        <Command title="Check" command={hand.check} />
        <Command title="Fix" command={hand.fix} />
      </div>
      {hand.note === undefined ? null : (
        <p className="guide-note">
          <Prose text={hand.note} />
        </p>
      )}
    </>
  );
  if (hands.length === 1) return commands;
  return (
    <>
      <Tabs
        id={id}
        label="System"
        tabs={hands.map(({ system }, index) => ({ value: String(index), label: system }))}
        chosen={String(chosen)}
        onChoose={(value) => setChosen(Number(value))}
      />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${chosen}`}>
        {commands}
      </div>
    </>
  );
}

function Command({ title, command }: { title: string; command: GuideHand["check"] }) {
  if (command === null) return null;
  const place = command.runOn === "host" ? "the host" : "the guest";
  return (
    <div>
      <h3>{title}</h3>
      <CommandFrame>
        <CommandBox
          code={command.command}
          shell={command.shell}
          place={place}
          system={command.platform}
          cost={command.cost}
          note={command.note}
          label={`${title}: command to run on ${place}`}
        />
      </CommandFrame>
    </div>
  );
}
