import { LadderColumn } from "@/components/acceleration/ladder-column.tsx";
import { prepareLadders } from "@/components/acceleration/prepare-ladders.ts";
import { Panel } from "@/components/ui/panel.tsx";
import type { VmView } from "@/lib/contract/api/vms.ts";

/** Whether each adapter is accelerated, and if not, its first broken rung. */
export function LaddersPanel({ vm }: { vm: VmView }) {
  const adapters = prepareLadders(vm.acceleration);
  if (adapters.length === 0) return null;
  return (
    <Panel
      id="network"
      title="Network ladders"
      note="the first broken rung is the reason; open one for its evidence"
    >
      {adapters.map(({ key, name, ladders }) => (
        <section key={key} aria-label={name} className="border-b border-line last:border-b-0">
          <h3 className="border-b border-line px-3 py-1.5 font-semibold wrap-anywhere">{name}</h3>
          <div className="grid grid-cols-1 tablet:grid-cols-[repeat(auto-fit,minmax(210px,1fr))]">
            {ladders.map((ladder) => (
              <LadderColumn
                key={ladder.technology}
                ladder={ladder}
                hostName={vm.host.name}
                guestName={vm.name}
              />
            ))}
          </div>
        </section>
      ))}
    </Panel>
  );
}
