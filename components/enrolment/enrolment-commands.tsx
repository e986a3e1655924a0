"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { CommandBox, CommandFrame } from "@/components/ui/command-box.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import { agentPackageQuery } from "@/lib/query/agent-package.ts";
import { NO_HASH, prepareCommands } from "./prepare-commands.ts";
import { useServerOrigin } from "./use-server-origin.ts";

/** The commands to run, containing the key as soon as there is one. */
export function EnrolmentCommands({ enrolmentKey }: { enrolmentKey: string | null }) {
  const id = useId();
  const server = useServerOrigin();
  const { data: agentPackage = null } = useQuery(agentPackageQuery);
  const commands = prepareCommands(server, enrolmentKey, agentPackage);
  const [chosen, setChosen] = useState("install");
  const command = commands.find(({ value }) => value === chosen) ?? commands[0];
  if (!command) return null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <CommandFrame>
        <Tabs
          id={id}
          label="How to send the first report"
          size="small"
          chosen={command.value}
          onChoose={setChosen}
          tabs={commands}
        />
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${command.value}`}>
          <CommandBox
            code={command.code}
            shell={command.shell}
            place={command.place}
            cost={command.cost}
            note={command.note}
            label={command.label}
          />
        </div>
      </CommandFrame>
      <p className={`text-note text-ink-3 ${agentPackage === null ? "invisible" : ""}`}>
        Agent {agentPackage?.version ?? "0.0.0"}:{" "}
        <a className="link" href="/agent/innkeeper-agent.zip" download>
          innkeeper-agent.zip
        </a>
        , SHA-256 <code className="wrap-anywhere">{agentPackage?.sha256 ?? NO_HASH}</code>
      </p>
    </div>
  );
}
