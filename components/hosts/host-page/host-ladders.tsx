"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { LadderColumn } from "@/components/acceleration/ladder-column.tsx";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { LadderGroup } from "./prepare-host-ladders.ts";

/** Every ladder of the host: the line of an adapter names the reason, and its rungs open below it. */
export function HostLadders({
  groups,
  hostName,
  isSilent,
}: {
  groups: readonly LadderGroup[];
  hostName: string;
  isSilent: boolean;
}) {
  return (
    <Panel
      id="ladders"
      title="Ladders"
      note={isSilent ? "last known values" : "the first broken rung is the reason; open one for its evidence"}
      className={classes(isSilent && "hatched")}
    >
      {groups.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">No verdicts: this host’s own facts have never been read.</p>
      ) : (
        groups.map((group) => <Group key={group.anchor} group={group} hostName={hostName} />)
      )}
    </Panel>
  );
}

function Group({ group, hostName }: { group: LadderGroup; hostName: string }) {
  const { anchor, title, kind, ladders, reasons } = group;
  const [isOpen, setIsOpen] = useState(group.isOpen);
  const details = useRef<HTMLDetailsElement>(null);

  // A plate of the diagram, or a link from elsewhere, opens the ladders that it leads to.
  useEffect(() => {
    const openIfMeant = () => {
      if (window.location.hash !== `#${anchor}`) return;
      setIsOpen(true);
      details.current?.scrollIntoView();
      details.current?.querySelector("summary")?.focus({ preventScroll: true });
    };
    openIfMeant();
    window.addEventListener("hashchange", openIfMeant);
    return () => {
      window.removeEventListener("hashchange", openIfMeant);
    };
  }, [anchor]);

  return (
    <details
      ref={details}
      id={anchor}
      open={isOpen}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
      className="group/adapter scroll-mt-2 border-b border-line last:border-b-0"
    >
      <summary className="focus-inside flex min-h-[38px] cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5 hover:bg-hover">
        <h3 className="min-w-0 wrap-anywhere">
          <b className="font-semibold" dir="auto">
            {title}
          </b>{" "}
          <span className="text-note text-ink-3">{kind}</span>
        </h3>
        <span className="ml-auto flex flex-wrap items-center gap-x-3">
          {ladders
            .filter(({ status }) => status !== "not-applicable")
            .map(({ technology, label, status }) => (
              <span key={technology} className="inline-flex items-center gap-1 text-note text-ink-2">
                <Glyph word={status} size={12} label={toStatusWords(status)} />
                {label}
              </span>
            ))}
          <ChevronRight className="icon text-ink-3 group-open/adapter:rotate-90" aria-hidden />
        </span>
        {reasons.map(({ technology, rung, status }) => (
          <span
            key={technology}
            className={classes(
              "w-full text-sub wrap-anywhere",
              status === "configured" ? "text-warning-ink" : "text-ink-2",
            )}
          >
            <Glyph word="fail" size={12} label="Broken" className="mr-1" />
            {technology}: {rung}
          </span>
        ))}
      </summary>
      {isOpen ? (
        <div className="grid grid-cols-1 border-t border-line tablet:grid-cols-[repeat(auto-fit,minmax(260px,1fr))]">
          {ladders.map((ladder, index) => (
            // A host may have two adapters with the same name, whose ladders are then shown together.
            // oxlint-disable-next-line react/no-array-index-key
            <LadderColumn key={index} ladder={ladder} hostName={hostName} opensBroken />
          ))}
        </div>
      ) : null}
    </details>
  );
}
