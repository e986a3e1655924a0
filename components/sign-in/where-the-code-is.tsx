import { Fix } from "@/components/ui/fix.tsx";
import type { RemedyView } from "@/lib/contract/api/findings.ts";

const STEPS = [
  "First account",
  "Enrol the first host, one line to paste",
  "Evaluated after its first report",
] as const;

const FIND_CODE: RemedyView[] = [
  {
    runOn: "host",
    shell: "bash",
    platform: "Docker",
    command: 'docker compose logs app | grep -i "set-up code"',
    cost: "nothing",
    note: "Started manually? See that window",
  },
];

/** Beside the form of the first run: where to find the code, and the next steps. */
export function WhereTheCodeIs() {
  return (
    <div className="max-w-[460px]">
      <h2 className="mb-0.5 font-semibold">Where the code is</h2>
      <p className="mb-2 text-ink-2">The server wrote it to its log when it started. It can be used once.</p>
      <Fix remedies={FIND_CODE} hostName="this server" className="mb-3.5" />
      <h2 className="mb-0.5 font-semibold">Next steps</h2>
      <ol>
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={index === 0 ? "flex gap-2 py-[3px] font-semibold" : "flex gap-2 py-[3px] text-ink-2"}
          >
            <span className="w-3 text-ink-3">{index + 1}</span>
            {step}
          </li>
        ))}
      </ol>
    </div>
  );
}
