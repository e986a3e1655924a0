"use client";

import { ConfirmDialog } from "@/components/settings/confirm-dialog.tsx";
import { formatPlural } from "@/lib/format/count.ts";
import { restoreHost, retireHost } from "@/lib/query/access.ts";

interface Asked {
  host: { id: string; name: string; vms: number };
  onClose: () => void;
}

/** Asks before a host leaves the fleet: what goes with it, and how it comes back. */
export function RetireDialog({ host, onClose }: Asked) {
  const vms =
    host.vms === 0
      ? "It leaves the fleet. It has no VM."
      : `It leaves the fleet with its ${formatPlural(host.vms, "VM")}: nothing of ${host.vms === 1 ? "it" : "them"} is counted, open or waited for any more.`;
  return (
    <ConfirmDialog
      title={`Retire ${host.name}?`}
      verb="Retire it"
      act={() => retireHost(host.id)}
      onClose={onClose}
    >
      <p>{vms}</p>
      <p className="text-ink-2">
        A VM that another host lists as well goes on there. Nothing is deleted, and the agent’s token stays
        good: if the host reports again, it and its VMs are back by themselves.
      </p>
    </ConfirmDialog>
  );
}

/** Asks before a retirement is taken back. */
export function RestoreDialog({ host, onClose }: Asked) {
  return (
    <ConfirmDialog
      title={`Bring ${host.name} back?`}
      verb="Bring it back"
      isHarmless
      act={() => restoreHost(host.id)}
      onClose={onClose}
    >
      <p>
        It and its VMs are as they were when it was retired: unknown until it reports, and what was open then
        goes on. It needs no bringing back if its agent still runs: its next report does that.
      </p>
    </ConfirmDialog>
  );
}
