import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import { classes } from "@/components/ui/classes.ts";
import type { HostTechnology } from "./prepare-host-ladders.ts";

const EDGES: Partial<Record<HostTechnology["status"], string>> = {
  active: "border-t-ok-fill",
  configured: "border-t-warning bg-warning-soft",
  blocked: "border-t-blocked",
  unknown: "border-t-unknown",
  ready: "border-t-accent",
};

/** Each technology of the host by the worst of its adapters, in one line. Network pages link here. */
export function AccelerationPanel({
  technologies,
  isSilent,
}: {
  technologies: readonly HostTechnology[];
  isSilent: boolean;
}) {
  return (
    <Panel
      id="acceleration"
      title="Network acceleration"
      note={isSilent ? "unknown while the host is silent" : "worst of its adapters; each links to its ladder"}
      className={classes("scroll-mt-3", isSilent && "hatched")}
    >
      <ul className="grid grid-cols-2 tablet:grid-cols-4 desk:grid-cols-7">
        {technologies.map((each) => (
          <li
            key={each.technology}
            className={classes(
              "min-w-0 border-t-[3px] border-r border-b border-line px-3 pt-2 pb-2.5",
              EDGES[each.status] ?? "border-t-line-strong",
            )}
          >
            <p className="flex items-center gap-1.5 font-semibold">
              <Glyph word={each.status} />
              {each.href === null ? (
                each.label
              ) : (
                <a href={each.href} className="hover:underline">
                  {each.label}
                </a>
              )}
            </p>
            <p className="mt-0.5 text-note text-ink-2">
              {toStatusWords(each.status)}
              {each.share === null ? null : `, ${each.share}`}
            </p>
            {each.reason === null ? null : (
              <p className="mt-0.5 flex items-start text-note text-ink-2">
                {each.status === "configured" || each.status === "blocked" ? (
                  <Glyph word="fail" size={12} label="Broken:" className="mt-0.5 mr-1 flex-none" />
                ) : null}
                <span className="block min-w-0 wrap-anywhere first-letter:uppercase">{each.reason}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
