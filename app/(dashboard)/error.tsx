"use client";

import { usePathname } from "next/navigation";
import { PageError, type PageFailure } from "@/components/ui/page-error.tsx";

const HOSTS_GO_ON = "The hosts go on reporting; only this page failed.";

/** What failed, by the beginning of its address; the first that fits counts. */
const WORDS: readonly (readonly [begin: string, title: string, text: string])[] = [
  [
    "/vms/",
    "This VM’s page could not be drawn",
    "This says nothing about the VM itself. The lists and the other pages work.",
  ],
  ["/hosts/", "This host’s page could not be drawn", "The host goes on reporting; only this page failed."],
  ["/hosts", "The hosts could not be drawn", HOSTS_GO_ON],
  ["/findings", "The findings could not be drawn", HOSTS_GO_ON],
  ["/network", "The network could not be drawn", HOSTS_GO_ON],
  ["/generations", "The generations could not be drawn", HOSTS_GO_ON],
  ["/compliance", "Compliance could not be drawn", "Days are kept all the same; only this page failed."],
  [
    "/guide",
    "This page of the guide could not be drawn",
    "The other pages of the guide, and the fleet, are not touched by this.",
  ],
  [
    "",
    "This page could not be drawn",
    "The rest of Innkeeper works. What the agents report is not touched by this.",
  ],
];

/**
 * A page that failed inside the frame: the frame stays, the rest can be tried again. One for all pages, because a file
 * for each would be fetched with every page that leads to it.
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
