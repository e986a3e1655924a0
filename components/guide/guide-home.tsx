"use client";

import Link from "next/link";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ListSearch } from "@/components/ui/list-search.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { GUIDE_KINDS, guideHref, type GuideKind } from "@/lib/format/guide-href.ts";
import type { GuideEntry } from "@/lib/guide/page.ts";
import { KIND_WORDS } from "./kind-words.ts";
import { countByKind, matchEntries } from "./match-entries.ts";

/** Every page of the guide, filtered by a word and by kind. */
export function GuideHome({ entries }: { entries: readonly GuideEntry[] }) {
  const [{ search, kind }, setUrl] = useQueryStates({
    search: parseAsString.withDefault(""),
    kind: parseAsStringLiteral(GUIDE_KINDS),
  });
  const found = matchEntries(entries, search);
  const counts = countByKind(found);
  const shown = GUIDE_KINDS.filter((each) => (kind === null || each === kind) && counts[each] > 0);
  const choose = (next: GuideKind | null) => void setUrl({ kind: next });

  return (
    <>
      <PageHead
        title="Guide"
        sentence="what each item is, what breaks without it, how it is evaluated here, and how to fix it manually"
      />
      <div className="flex flex-wrap items-center gap-1.5 px-2.5 pb-2 tablet:px-4">
        <ListSearch
          label="Search the guide"
          placeholder="VSS, RDMA, net.vmq, vmicheartbeat"
          value={search}
          onSearch={(words) => void setUrl({ search: words === "" ? null : words })}
        />
        <Button aria-pressed={kind === null} onClick={() => choose(null)}>
          All {found.length}
        </Button>
        {GUIDE_KINDS.map((each) => (
          <Button key={each} aria-pressed={kind === each} onClick={() => choose(kind === each ? null : each)}>
            {KIND_WORDS[each]} {counts[each]}
          </Button>
        ))}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={`No page ${kind === null ? "" : `among ${KIND_WORDS[kind].toLowerCase()} `}mentions “${search}”`}
          actions={<Button onClick={() => void setUrl({ search: null, kind: null })}>Show every page</Button>}
        >
          Names of Windows and Linux services, cmdlets and rule ids are searched, too.
        </EmptyState>
      ) : (
        <div className="grid gap-2.5 px-2.5 pb-7 tablet:gap-3 tablet:px-4">
          {shown.map((each) => (
            <section
              key={each}
              className="rounded-sm border border-line bg-panel"
              aria-label={KIND_WORDS[each]}
            >
              <h2 className="border-b border-line px-3 py-1.5 font-semibold">
                {KIND_WORDS[each]} <span className="font-normal text-ink-3">{counts[each]}</span>
              </h2>
              <ul className="guide-list">
                {found
                  .filter((entry) => entry.kind === each)
                  .map((entry) => (
                    <li key={entry.key}>
                      <Link href={guideHref(entry.kind, entry.key)} prefetch={false}>
                        <b>{entry.title}</b>
                        {entry.kind === "rules" ? <code>{entry.key}</code> : null}
                        <span>{entry.lead}</span>
                      </Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  );
}
