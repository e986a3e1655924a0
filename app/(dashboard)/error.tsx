"use client";

import { usePathname } from "next/navigation";
import { PageError, type PageFailure } from "@/components/ui/page-error.tsx";

const HOSTS_GO_ON = "Hosts keep reporting; only this page failed.";

/** The page that failed, by the start of its address; the first match counts. */
const WORDS: readonly (readonly [begin: string, title: string, text: string])[] = [
  [
    "/vms/",
    "This VM’s page could not be displayed",
    "The VM itself is not affected. The lists and the other pages work.",
  ],
  ["/hosts/", "This host’s page could not be displayed", "The host keeps reporting; only this page failed."],
  ["/hosts", "The hosts could not be displayed", HOSTS_GO_ON],
  ["/findings", "The findings could not be displayed", HOSTS_GO_ON],
  ["/network", "The network could not be displayed", HOSTS_GO_ON],
  ["/generations", "The generations could not be displayed", HOSTS_GO_ON],
  [
    "/compliance",
    "Compliance could not be displayed",
    "Daily figures are still recorded; only this page failed.",
  ],
  [
    "/guide",
    "This page of the guide could not be displayed",
    "The other guide pages and the fleet are not affected.",
  ],
  ["", "This page could not be displayed", "The rest of Innkeeper works. Agent reports are not affected."],
];

/**
 * A page failed inside the frame: the frame stays and the page can be retried. One file for all pages, because a file
 * for each would be loaded with every page that links to it.
 */
export default function DashboardError(failure: PageFailure) {
  const path = usePathname();
  const [, title, text] = WORDS.find(([begin]) => path.startsWith(begin)) ?? ["", "", ""];
  return (
    <PageError title={title} {...failure}>
      {text}
    </PageError>
  );
}
