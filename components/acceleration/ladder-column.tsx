"use client";

import { useState } from "react";
import { ChevronRight } from "lucide-react";
import { GuideLink } from "@/components/guide/guide-link.tsx";
import { classes } from "@/components/ui/classes.ts";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { EvidenceAndFix } from "@/components/ui/evidence-and-fix.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import { guideHref, rungHref } from "@/lib/format/guide-href.ts";
import type { Ladder } from "./prepare-ladders.ts";

/** One technology from the lowest rung up: the first broken rung is the reason, those below it are quiet. */
export function LadderColumn({
  ladder,
  hostName,
  guestName,
  opensBroken = false,
}: {
  ladder: Ladder;
  hostName: string;
  guestName?: string;
  /** The broken rung of a configured technology starts open, with its commands. */
  opensBroken?: boolean;
}) {
  // On a phone five ladders are many screens: rungs that pass are folded there.
  const [isUnfolded, setIsUnfolded] = useState(ladder.rungs.some(({ isBroken }) => isBroken));
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
        <button
          type="button"
          className="-my-1 grid size-8 place-items-center tablet:hidden"
          aria-expanded={isUnfolded}
          aria-label={`Rungs of ${ladder.label}`}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          <ChevronRight className={classes("icon text-ink-3", isUnfolded && "rotate-90")} aria-hidden />
        </button>
      </h4>
      <div className={classes(!isUnfolded && "max-tablet:hidden")}>
        {ladder.rungs.map((rung) => (
          <Disclosure
            key={rung.key}
            word={rung.status}
            status={toStatusWords(rung.status)}
            title={rung.title}
            isMinded={rung.isBroken}
            isQuiet={rung.isBelow || rung.status === "not-applicable"}
            className={railOf(rung)}
            isOpen={opensBroken && rung.isBroken && ladder.status === "configured"}
          >
            <EvidenceAndFix
              hostName={hostName}
              guestName={guestName}
              evidence={rung.evidence}
              remedies={rung.remedy === null ? [] : [rung.remedy]}
            />
            <p>
              <GuideLink href={rungHref(ladder.technology, rung.key)} about={rung.title}>
                What this rung requires
              </GuideLink>
            </p>
          </Disclosure>
        ))}
      </div>
    </section>
  );
}

/** The rail: whole as far as the rungs pass, cut below the first that does not. */
function railOf({ status, isBroken, isBelow }: Ladder["rungs"][number]): string {
  if (isBroken) return "rung rung-cut";
  return status === "pass" && !isBelow ? "rung rung-holds" : "rung";
}
