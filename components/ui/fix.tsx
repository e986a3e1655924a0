"use client";

import { useId, useState } from "react";
import type { RemedyView } from "@/lib/contract/api/findings.ts";
import { CommandBox, CommandFrame } from "./command-box.tsx";
import { prepareFixTitles } from "./prepare-fix-titles.ts";
import { Tabs } from "./tabs.tsx";

interface FixProps {
  remedies: readonly RemedyView[];
  /** Names of the places to run it: the host and the guest. */
  hostName: string;
  guestName?: string;
  className?: string;
}

/** The command, where to run it, and what it costs. Variants for several systems are tabs. */
export function Fix({ remedies, hostName, guestName, className }: FixProps) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const remedy = remedies[chosen] ?? remedies[0];
  if (!remedy) return null;
  const place = remedy.runOn === "host" ? hostName : (guestName ?? "the guest");
  const box = (
    <CommandBox
      code={remedy.command}
      shell={remedy.shell}
      place={place}
      system={remedy.runOn === "guest" ? remedy.platform : null}
      cost={remedy.cost}
      note={remedy.note}
      label={`Command to run on ${place}`}
    />
  );
  if (remedies.length === 1) return <CommandFrame className={className}>{box}</CommandFrame>;
  return (
    <CommandFrame className={className}>
      <Tabs
        label="Where and for which system"
        id={id}
        size="small"
        chosen={String(chosen)}
        onChoose={(value) => setChosen(Number(value))}
        tabs={prepareFixTitles(remedies).map((label, index) => ({ value: String(index), label }))}
      />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${chosen}`}>
        {box}
      </div>
    </CommandFrame>
  );
}
