"use client";

import { ConfirmDialog } from "@/components/settings/confirm-dialog.tsx";
import { formatPlural } from "@/lib/format/count.ts";
import { restoreHost, retireHost } from "@/lib/query/access.ts";

interface Asked {
  host: { id: string; name: string; vms: number };
  onClose: () => void;
}

/** Confirms that a host leaves the fleet: what leaves with it, and how it returns. */
export function RetireDialog({ host, onClose }: Asked) {
  const vms =
    host.vms === 0
      ? "It leaves the fleet. It has no VMs."
      : `It leaves the fleet with its ${formatPlural(host.vms, "VM")}: ${host.vms === 1 ? "it is" : "they are"} no longer counted or expected, and no finding stays open.`;
  return (
    <ConfirmDialog
      title={`Retire ${host.name}?`}
      verb="Retire"
      act={() => retireHost(host.id)}
      onClose={onClose}
    >
      <p>{vms}</p>
      <p className="text-ink-2">
        A VM that another host also lists continues there. Nothing is deleted, and the agent’s token stays
        valid: if the host reports again, it and its VMs return automatically.
      </p>
    </ConfirmDialog>
  );
}

/** Confirms that a retired host is restored. */
export function RestoreDialog({ host, onClose }: Asked) {
  return (
    <ConfirmDialog
      title={`Restore ${host.name}?`}
      verb="Restore"
      isHarmless
      act={() => restoreHost(host.id)}
      onClose={onClose}
    >
      <p>
        It and its VMs return as they were when it was retired: unknown until it reports, with the findings
        that were open then. If its agent still runs, its next report restores it anyway.
      </p>
    </ConfirmDialog>
  );
}
