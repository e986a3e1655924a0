"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { downloadCsv } from "@/components/ui/download-csv.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { collectPages } from "@/lib/query/collect-pages.ts";
import { hostQueries, type HostListing } from "@/lib/query/hosts.ts";
import { prepareHostCsv } from "./prepare-host-csv.ts";

/** The list as a file: every host that matches its filters, including those not loaded yet. */
export function HostExport({ listing }: { listing: HostListing }) {
  const client = useQueryClient();
  const now = useNow(60_000);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  const take = async () => {
    setState("busy");
    try {
      const hosts = await collectPages((cursor) => client.query(hostQueries.list(listing, cursor)));
      downloadCsv(prepareHostCsv(hosts, listing.sort === "cluster", now));
      setState("idle");
    } catch {
      setState("failed");
    }
  };

  return (
    <Button aria-busy={state === "busy"} disabled={state === "busy"} onClick={() => void take()}>
      <Icon name="download" />
      {state === "failed" ? "Export failed, try again" : "CSV"}
    </Button>
  );
}
