import { GuideLink } from "@/components/guide/guide-link.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { guideHref, rungHref } from "@/lib/format/guide-href.ts";
import { Disclosure } from "./disclosure.tsx";
import { EvidenceAndFix } from "./evidence-and-fix.tsx";
import { type Ladder, prepareLadders } from "./prepare-ladders.ts";

/** Whether each adapter is accelerated, and if not, the first rung that is broken. */
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
              <LadderColumn key={ladder.technology} vm={vm} ladder={ladder} />
            ))}
          </div>
        </section>
      ))}
    </Panel>
  );
}

function LadderColumn({ vm, ladder }: { vm: VmView; ladder: Ladder }) {
  return (
    <section
      aria-label={ladder.label}
      className="min-w-0 border-b border-line last:border-b-0 tablet:border-r tablet:border-b-0 tablet:last:border-r-0"
    >
      <h4 className="flex items-center gap-2 border-b border-line px-2.5 py-1.5">
        <Glyph word={ladder.status} />
        <b className="font-semibold">{ladder.label}</b>
        <span className="text-note text-ink-2">{toStatusWords(ladder.status)}</span>
        <span className="ml-auto">
          <GuideLink href={guideHref("technologies", ladder.technology)} about={ladder.label}>
            Guide
          </GuideLink>
        </span>
      </h4>
      {ladder.rungs.map((rung) => (
        <Disclosure
          key={rung.key}
          word={rung.status}
          status={toStatusWords(rung.status)}
          title={rung.title}
          isMinded={rung.isBroken}
          isQuiet={rung.isBelow || rung.status === "not-applicable"}
        >
          <EvidenceAndFix
            vm={vm}
            evidence={rung.evidence}
            remedies={rung.remedy === null ? [] : [rung.remedy]}
          />
          <p>
            <GuideLink href={rungHref(ladder.technology, rung.key)} about={rung.title}>
              What this rung asks
            </GuideLink>
          </p>
        </Disclosure>
      ))}
    </section>
  );
}
