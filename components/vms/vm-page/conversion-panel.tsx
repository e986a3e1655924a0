import { GuideLink } from "@/components/guide/guide-link.tsx";
import { CommandBox, CommandFrame } from "@/components/ui/command-box.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { EvidenceAndFix } from "@/components/ui/evidence-and-fix.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { checkHref, guideHref } from "@/lib/format/guide-href.ts";
import { prepareConversion, VERDICT_GLYPHS } from "./prepare-conversion.ts";

/** Whether a generation 1 VM can be converted to generation 2, what blocks it, and the steps. */
export function ConversionPanel({ vm }: { vm: VmView }) {
  const conversion = prepareConversion(vm);
  if (conversion === null) return null;
  const { verdict, summary, checks, plan } = conversion;
  return (
    <Panel
      id="conversion"
      title="Conversion to generation 2"
      actions={
        <>
          <Glyph word={VERDICT_GLYPHS[verdict]} />
          <b className="font-semibold">{toStatusWords(verdict)}</b>
          <GuideLink href={guideHref("rules", "gen.conversion")} about="Conversion to generation 2">
            Guide
          </GuideLink>
        </>
      }
    >
      <p className="border-b border-line px-3 py-2">{summary}</p>
      {checks.map((check) => (
        <Disclosure
          key={check.key}
          word={check.status}
          status={check.status}
          title={check.title}
          note={check.status === "pass" ? undefined : check.summary}
          isQuiet={check.status === "pass"}
        >
          {check.status === "pass" ? <p>{check.summary}</p> : null}
          <EvidenceAndFix
            hostName={vm.host.name}
            guestName={vm.name}
            evidence={check.evidence}
            remedies={check.remedies}
          />
          <p>
            <GuideLink href={checkHref(check.key)} about={`${check.key} ${check.title}`}>
              This check in the guide
            </GuideLink>
          </p>
        </Disclosure>
      ))}
      {plan.length === 0 ? null : (
        <details className="border-t border-line">
          <summary className="focus-inside cursor-pointer px-3 py-2 font-semibold hover:bg-hover">
            The plan, {plan.length} steps in order
          </summary>
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-3 px-3 pt-1 pb-3">
            {plan.map((step, index) => (
              <li key={step.title}>
                <p className="pb-1 font-medium">
                  {index + 1}. {step.title}
                </p>
                {step.command === "" ? (
                  <p className="text-note text-ink-2">
                    Costs: {step.outage}. {step.note}
                  </p>
                ) : (
                  <CommandFrame>
                    <CommandBox
                      code={step.command}
                      shell={step.shell}
                      place={step.runOn === "host" ? vm.host.name : vm.name}
                      cost={step.outage}
                      note={step.note}
                      label={`Step ${index + 1}: ${step.title}`}
                    />
                  </CommandFrame>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </Panel>
  );
}
