import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { vmQueries } from "@/lib/query/vms.ts";

/** The palette does not wait longer than this for the server. */
const PATIENCE_MS = 400;

export interface PaletteAnswer {
  /** The word that these results are for. */
  word: string;
  /** `null` until they arrive. */
  hosts: readonly HostRow[] | null;
  vms: Page<VmRow> | null;
  /** They arrived after the other results, and are shown below them. */
  late: { hosts: boolean; vms: boolean };
}

const NOTHING_ASKED: PaletteAnswer = {
  word: "",
  hosts: null,
  vms: null,
  late: { hosts: false, vms: false },
};

/** The results for the word, all at once: nothing moves what the user is about to select. */
export function usePaletteAnswer(given: string): { answer: PaletteAnswer; isLooking: boolean } {
  const asked = useDeferredValue(given.trim());
  const isAsking = asked !== "";
  const vms = useQuery({ ...vmQueries.search(asked), enabled: isAsking });
  const hosts = useQuery({ ...hostQueries.search(asked), enabled: isAsking });
  const found = { hosts: foundBy(hosts)?.items ?? null, vms: foundBy(vms) };
  const isWhole =
    !isAsking || ((found.hosts !== null || hosts.isError) && (found.vms !== null || vms.isError));
  const isLate = useIsLate(asked);

  const [answer, setAnswer] = useState<PaletteAnswer>(NOTHING_ASKED);
  const isOther = answer.word !== asked;
  if (isOther && (isWhole || isLate)) {
    setAnswer({ word: asked, ...found, late: { hosts: found.hosts === null, vms: found.vms === null } });
  } else if (!isOther && ((answer.hosts === null && found.hosts) || (answer.vms === null && found.vms))) {
    // Later results follow below the ones shown.
    setAnswer({ ...answer, hosts: answer.hosts ?? found.hosts, vms: answer.vms ?? found.vms });
  }

  return { answer, isLooking: isOther || given.trim() !== asked || !isWhole };
}

/** The results for the word itself: those of the previous word are shown until they arrive. */
function foundBy<Found>(query: { data?: Found | undefined; isPlaceholderData: boolean }): Found | null {
  return query.isPlaceholderData ? null : (query.data ?? null);
}

function useIsLate(asked: string): boolean {
  const [lateWord, setLateWord] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLateWord(asked), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return lateWord === asked;
}
