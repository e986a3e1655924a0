"use client";

import { SquareTerminal } from "lucide-react";
import { useId, useState, useSyncExternalStore } from "react";
import { Code } from "@/components/ui/code.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import { prepareCommands } from "./prepare-commands.ts";

/** What to type, with the key in it as soon as there is one. */
export function EnrolmentCommands({ enrolmentKey }: { enrolmentKey: string | null }) {
  const id = useId();
  const server = useSyncExternalStore(subscribeNever, readOrigin, readNoOrigin);
  const commands = prepareCommands(server, enrolmentKey);
  const [chosen, setChosen] = useState("curl");
  const command = commands.find(({ value }) => value === chosen) ?? commands[0];
  if (!command) return null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="text-ink-2">
        The Windows agent comes with a later version of Innkeeper. Until then reports come by one of these
        ways, all through the same door that the agent will use.
      </p>
      <div className="border border-l-[3px] border-line border-l-accent bg-ground">
        <Tabs
          id={id}
          label="Way to a first report"
          size="small"
          chosen={command.value}
          onChoose={setChosen}
          tabs={commands}
        />
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${command.value}`}>
          <div className="flex items-center gap-2 border-b border-line py-1 pr-1.5 pl-2.5 text-note text-ink-2">
            <SquareTerminal className="icon" aria-hidden />
            <span className="min-w-0">
              Run on <b className="font-semibold text-ink">{command.place}</b>
            </span>
            <CopyButton text={command.code} className="ml-auto" />
          </div>
          <Code code={command.code} shell="bash" label={command.label} />
          <p className="flex flex-wrap gap-x-3.5 border-t border-line px-2.5 pt-1 pb-[5px] text-note text-ink-2">
            <span>
              Costs: <b className="font-semibold text-ink">{command.cost}</b>
            </span>
            <span>{command.note}</span>
          </p>
        </div>
      </div>
    </div>
  );
}

function subscribeNever() {
  return () => undefined;
}

function readOrigin(): string {
  return window.location.origin;
}

/** The address is the browser's to know. */
function readNoOrigin(): string {
  return "http://127.0.0.1:3000";
}
