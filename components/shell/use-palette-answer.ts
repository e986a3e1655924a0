import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { vmQueries } from "@/lib/query/vms.ts";

/** A server that takes longer than this is not waited for. */
const PATIENCE_MS = 400;

export interface PaletteAnswer {
  /** What all of it answers. */
  word: string;
  hosts: readonly HostRow[];
  vms: Page<VmRow> | null;
  /** The VMs came after what else there is, and stand below it. */
  isVmsLate: boolean;
}

/** What was found for the word, all at once: nothing moves what somebody is about to choose. */
export function usePaletteAnswer(given: string): { answer: PaletteAnswer; isLooking: boolean } {
  const asked = useDeferredValue(given.trim());
  const vms = useQuery({ ...vmQueries.search(asked), enabled: asked !== "" });
  const hosts = useQuery({ ...hostQueries.list(), refetchInterval: false });
  const found = vms.data && !vms.isPlaceholderData ? vms.data : null;
  const areHostsThere = hosts.data !== undefined || hosts.isError;
  const isWhole = asked === "" || (areHostsThere && (found !== null || vms.isError));
  const isLate = useIsLate(asked);

  const [answer, setAnswer] = useState<PaletteAnswer>({ word: "", hosts: [], vms: null, isVmsLate: false });
  const isOther = answer.word !== asked;
  if (isOther && (isWhole || isLate))
    setAnswer({ word: asked, hosts: hosts.data?.items ?? [], vms: found, isVmsLate: found === null });
  // The server's hits follow below what stands by now.
  else if (!isOther && found !== null && answer.vms === null) setAnswer({ ...answer, vms: found });

  return { answer, isLooking: isOther || given.trim() !== asked || (asked !== "" && !isWhole) };
}

function useIsLate(asked: string): boolean {
  const [lateWord, setLateWord] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLateWord(asked), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return lateWord === asked;
}
