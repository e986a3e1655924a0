"use client";

import { useId, useState, useSyncExternalStore } from "react";
import { CommandBox, CommandFrame } from "@/components/ui/command-box.tsx";
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
      <CommandFrame>
        <Tabs
          id={id}
          label="Way to a first report"
          size="small"
          chosen={command.value}
          onChoose={setChosen}
          tabs={commands}
        />
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${command.value}`}>
          <CommandBox
            code={command.code}
            shell="bash"
            place={command.place}
            cost={command.cost}
            note={command.note}
            label={command.label}
          />
        </div>
      </CommandFrame>
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
