"use client";

import { useState } from "react";
import { Button } from "./button.tsx";
import { type CsvFile, downloadCsv } from "./download-csv.ts";
import { Icon } from "./icon.tsx";

/** Downloads a list as a file; what is not loaded yet may be fetched first, and may fail. */
export function CsvButton({ take }: { take: () => Promise<CsvFile> }) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  const download = async () => {
    setState("busy");
    try {
      downloadCsv(await take());
      setState("idle");
    } catch {
      setState("failed");
    }
  };

  return (
    <Button aria-busy={state === "busy"} disabled={state === "busy"} onClick={() => void download()}>
      <Icon name="download" />
      {state === "failed" ? "Export failed, try again" : "CSV"}
    </Button>
  );
}
