"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { Button } from "@/components/ui/button.tsx";
import { copyText } from "@/components/ui/copy-text.ts";
import { downloadCsv } from "@/components/ui/download-csv.ts";
import { useNow } from "@/components/ui/now.tsx";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { type FixScript, prepareFixScript } from "./prepare-fix-script.ts";
import { prepareVmCsv } from "./prepare-vm-csv.ts";

const AT_ONCE = 6;
/** Above this the script is too long to be read before it is pasted. */
const MOST = 200;

/** The selection and its actions: a script of every fix, sorted by where to run it, or a file of the VMs. */
export function SelectionBar({ vms, onClear }: { vms: readonly VmRow[]; onClear: () => void }) {
  const client = useQueryClient();
  const [said, setSaid] = useState<{ text: string; script?: string } | null>(null);
  const nowMs = useNow(60_000);
  const [isMaking, setIsMaking] = useState(false);
  const findings = vms.reduce(
    (sum, vm) => sum + vm.findings.critical + vm.findings.warning + vm.findings.info,
    0,
  );

  const make = async () => {
    setIsMaking(true);
    setSaid(null);
    try {
      const script = await collect(vms, (id) => client.query(vmQueries.detail(id)));
      if (script.fixes === 0) setSaid({ text: "There are no commands for these VMs" });
      else if (await copyText(script.text)) setSaid({ text: `Copied: ${priceOf(script)}` });
      else
        setSaid({ text: "The browser does not allow copying; select the script here", script: script.text });
    } catch {
      setSaid({ text: "The fixes could not be loaded; nothing was copied" });
    } finally {
      setIsMaking(false);
    }
  };

  return (
    <section
      aria-label="Selected VMs"
      className="z-10 flex flex-none flex-wrap items-center gap-2.5 border-t-2 border-accent bg-panel px-3 py-[7px] shadow-float"
    >
      <b className="font-semibold">{formatPlural(vms.length, "VM")} selected</b>
      <output className="text-ink-2">{said?.text ?? formatPlural(findings, "finding")}</output>
      {said?.script === undefined ? null : (
        <textarea
          readOnly
          aria-label="The script"
          className="field-input order-last h-40 basis-full font-mono"
          value={said.script}
        />
      )}
      <Button className="ml-auto" onClick={() => downloadCsv(prepareVmCsv(vms, nowMs))}>
        <Icon name="download" />
        CSV
      </Button>
      <Button
        look="primary"
        aria-disabled={isMaking}
        onClick={() => {
          if (vms.length > MOST) setSaid({ text: `A script covers ${MOST} VMs at most, to stay readable` });
          else if (!isMaking) void make();
        }}
      >
        <Icon name="terminal" />
        {isMaking ? "Loading the fixes" : "Copy one fix script"}
      </Button>
      <Button look="quiet" isSquare aria-label="Clear the selection" onClick={onClear}>
        <Icon name="x" />
      </Button>
    </section>
  );
}

/** Loads a few VMs at a time: a hundred selected ones must not cause a hundred requests at once. */
async function collect(
  vms: readonly VmRow[],
  read: (id: string) => Promise<{ findings: Parameters<typeof prepareFixScript>[0] }>,
): Promise<FixScript> {
  const findings: Parameters<typeof prepareFixScript>[0][] = [];
  const waiting = [...vms];
  const work = async () => {
    for (let vm = waiting.shift(); vm; vm = waiting.shift()) findings.push((await read(vm.id)).findings);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return prepareFixScript(findings.flat());
}

function priceOf({ fixes, costly, without }: FixScript): string {
  const free = fixes - costly;
  const parts = [`${formatPlural(free, "fix", "fixes")} at no cost`];
  if (costly > 0) parts.push(`${costly} with a cost, commented out`);
  if (without > 0) parts.push(`${formatPlural(without, "finding")} without a command`);
  return parts.join(", ");
}
