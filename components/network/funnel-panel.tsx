import { NotKnown } from "@/components/ui/not-known.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { formatCount } from "@/lib/format/count.ts";
import { FUNNEL_STEPS, type FunnelStep, isAnyReporting, prepareFunnel } from "./prepare-network.ts";

const BARS: Record<FunnelStep["key"], string> = {
  adapters: "bar-disabled",
  capable: "bar-ready",
  enabled: "bar-ready",
  askedFor: "bar-info",
  active: "bar-active",
};

/** From capable to in effect: at which step a technology is lost. */
export function FunnelPanel({ network }: { network: NetworkView }) {
  const groups = prepareFunnel(network);
  return (
    <Panel title="Funnel" note="adapters of running VMs on reporting hosts">
      {!isAnyReporting(network) ? (
        <NotKnown />
      ) : groups.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">No running VM has an adapter that could be accelerated.</p>
      ) : (
        <>
          <dl>
            {groups.map((group) => (
              <div
                key={group.technology}
                className="grid gap-x-3 border-b border-line px-3 py-2 tablet:grid-cols-[88px_minmax(0,1fr)]"
              >
                <dt className="font-semibold">{group.label}</dt>
                <dd>
                  <ol className="grid gap-0.5">
                    {group.steps.map((step) => (
                      <Step key={step.key} step={step} />
                    ))}
                  </ol>
                </dd>
              </div>
            ))}
          </dl>
          <Legend />
        </>
      )}
    </Panel>
  );
}

function Legend() {
  return (
    <details className="px-3 py-2 text-note">
      <summary className="cursor-pointer text-ink-2">What each step counts</summary>
      <dl className="grid gap-1 pt-1">
        {Object.entries(FUNNEL_STEPS).map(([key, { words, meaning }]) => (
          <div key={key}>
            <dt className="inline font-semibold">{words}</dt> <dd className="inline text-ink-2">{meaning}</dd>
          </div>
        ))}
        <div>
          <dt className="inline font-semibold text-warning-ink">configured</dt>{" "}
          <dd className="inline text-ink-2">
            Requested or on by default, but not in effect: shown at the step that these adapters do not reach.
          </dd>
        </div>
      </dl>
    </details>
  );
}

function Step({ step }: { step: FunnelStep }) {
  return (
    <li
      className="grid grid-cols-[minmax(0,1fr)_190px] items-center gap-3 text-note"
      title={FUNNEL_STEPS[step.key].meaning}
    >
      <span className="flex h-2 bg-line" aria-hidden>
        {step.count > 0 ? (
          <i className={`bar-part ${BARS[step.key]}`} style={{ width: `${step.share * 100}%` }} />
        ) : null}
        {step.inVain > 0 ? (
          <i className="bar-part bar-configured" style={{ width: `${step.inVainShare * 100}%` }} />
        ) : null}
      </span>
      <span>
        <b className="font-semibold">{formatCount(step.count)}</b>{" "}
        <span className="text-ink-2">{step.words}</span>
        {step.inVain > 0 ? (
          <b className="font-semibold text-warning-ink">
            , {formatCount(step.inVain)} configured {step.inVain === 1 ? "is" : "are"} not
          </b>
        ) : null}
      </span>
    </li>
  );
}
