import { Disclosure } from "@/components/ui/disclosure.tsx";
import { EvidenceAndFix } from "@/components/ui/evidence-and-fix.tsx";
import { GuideLink } from "@/components/guide/guide-link.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { guideHref } from "@/lib/format/guide-href.ts";
import { CAPABILITY_WORDS } from "./capability-words.ts";
import { prepareCapabilities } from "./prepare-capabilities.ts";

/** What the VM's generation, version and host make possible. */
export function CapabilitiesPanel({ vm }: { vm: VmView }) {
  const groups = prepareCapabilities(vm.capabilities);
  if (groups.length === 0) return null;
  return (
    <Panel
      id="capabilities"
      title="Capabilities"
      note={vm.generation === null ? "generation not read" : `of generation ${vm.generation}`}
    >
      {groups.map(({ status, title, capabilities }) => (
        <section key={status} aria-label={title} className="border-b border-line last:border-b-0">
          <h3 className="bg-ground px-3 py-1 text-note font-semibold text-ink-2">
            {title} <span className="font-normal">{capabilities.length}</span>
          </h3>
          <div className="two-a-line">
            {capabilities.map((capability) => (
              <Disclosure
                key={capability.key}
                word={status}
                status={toStatusWords(status)}
                title={CAPABILITY_WORDS[capability.key]}
              >
                <p>{capability.summary}</p>
                <EvidenceAndFix
                  hostName={vm.host.name}
                  guestName={vm.name}
                  evidence={capability.evidence}
                  remedies={capability.remedies}
                />
                <p>
                  <GuideLink
                    href={guideHref("capabilities", capability.key)}
                    about={CAPABILITY_WORDS[capability.key]}
                  >
                    How this is evaluated
                  </GuideLink>
                </p>
              </Disclosure>
            ))}
          </div>
        </section>
      ))}
    </Panel>
  );
}
