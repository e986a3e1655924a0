"use client";

import { useId, useState } from "react";
import type { RemedyView } from "@/lib/contract/api/findings.ts";
import { Icon } from "./icon.tsx";
import { classes } from "./classes.ts";
import { Code } from "./code.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Tabs } from "./tabs.tsx";

interface FixProps {
  remedies: readonly RemedyView[];
  /** Names for where to run it: the host's and the guest's. */
  hostName: string;
  guestName?: string;
  className?: string;
}

/** What to type, where, and what it costs. Shown, never run. Variants for several systems are tabs. */
export function Fix({ remedies, hostName, guestName, className }: FixProps) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const remedy = remedies[chosen] ?? remedies[0];
  if (!remedy) return null;
  const place = remedy.runOn === "host" ? hostName : (guestName ?? "the guest");

  return (
    <div className={classes("border border-l-[3px] border-line border-l-accent bg-ground", className)}>
      {remedies.length > 1 ? (
        <Tabs
          label="Where and for which system"
          id={id}
          size="small"
          chosen={String(chosen)}
          onChoose={(value) => setChosen(Number(value))}
          tabs={remedies.map((each, index) => ({ value: String(index), label: titleOf(each, remedies) }))}
        />
      ) : null}
      <div
        {...(remedies.length > 1
          ? { role: "tabpanel", id: `${id}-panel`, "aria-labelledby": `${id}-tab-${chosen}` }
          : {})}
      >
        <div className="flex items-center gap-2 border-b border-line py-1 pr-1.5 pl-2.5 text-note text-ink-2">
          <Icon name="terminal" />
          <span className="min-w-0 truncate">
            Run on <b className="font-semibold text-ink">{place}</b>
            {remedy.runOn === "guest" && remedy.platform !== null ? `, ${remedy.platform}` : null}
          </span>
          <CopyButton text={remedy.command} className="ml-auto" />
        </div>
        <Code code={remedy.command} shell={remedy.shell} label={`What to type on ${place}`} />
        <p className="flex flex-wrap gap-x-3.5 border-t border-line px-2.5 pt-1 pb-[5px] text-note text-ink-2">
          <span>
            Costs: <b className="font-semibold text-ink">{remedy.cost}</b>
          </span>
          {remedy.note === "" ? null : <span>{remedy.note}</span>}
        </p>
      </div>
    </div>
  );
}

/** Two ways on the same machine are told apart by what they cost. */
function titleOf(remedy: RemedyView, all: readonly RemedyView[]): string {
  if (remedy.platform !== null) return remedy.platform;
  const place = remedy.runOn === "host" ? "On the host" : "In the guest";
  const isOnlyOne =
    all.filter(({ platform, runOn }) => platform === null && runOn === remedy.runOn).length === 1;
  return isOnlyOne ? place : `${place}, costs ${remedy.cost}`;
}
