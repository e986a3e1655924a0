import Link from "next/link";
import { Fix } from "@/components/ui/fix.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { VmView } from "@/lib/contract/api/vms.ts";

/** Above the services that the last report does not contain: the agent's error, and the command that shows its cause. */
export function ServicesUnread({ vm, unread }: { vm: VmView; unread: NonNullable<VmView["unread"]> }) {
  const { section } = vm;
  const remedies = vm.services.find((service) => service.remedies.length > 0)?.remedies ?? [];
  return (
    <div className="border-b border-line">
      <UnreadableState
        title={
          unread === "vm" ? "The last report left this VM out" : "The integration services could not be read"
        }
        {...(section?.error ? { raw: section.error } : {})}
        actions={
          <Link className="link" href={`/hosts/${vm.host.id}#sections`}>
            What the agent read on {vm.host.name}
          </Link>
        }
      >
        <p>
          {unread === "vm"
            ? "The host reported that it could not read all of its VMs. What is shown of this one is from an earlier report."
            : "The services are unknown: neither good nor bad. Network, conversion and facts are current."}
        </p>
        {unread === "vm" ? null : (
          <Fix remedies={remedies} hostName={vm.host.name} guestName={vm.name} className="mt-2" />
        )}
      </UnreadableState>
    </div>
  );
}
