"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { downloadCsv } from "@/components/ui/download-csv.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { useNow } from "@/components/ui/now.tsx";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { hostQueries, type HostListing } from "@/lib/query/hosts.ts";
import { prepareHostCsv } from "./prepare-host-csv.ts";

/** The list as a file: every host that its filters leave, also those that are not loaded yet. */
export function HostExport({ listing }: { listing: HostListing }) {
  const client = useQueryClient();
  const now = useNow(60_000);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  const take = async () => {
    setState("busy");
    try {
      const hosts: HostRow[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<HostRow> = await client.query(hostQueries.list(listing, cursor));
        hosts.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      downloadCsv(prepareHostCsv(hosts, listing.sort === "cluster", now));
      setState("idle");
    } catch {
      setState("failed");
    }
  };

  return (
    <Button aria-busy={state === "busy"} disabled={state === "busy"} onClick={() => void take()}>
      <Icon name="download" />
      {state === "failed" ? "Not read, try again" : "CSV"}
    </Button>
  );
}
