"use client";

import { ListFilter, Search, X } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuChoices } from "@/components/ui/menu.tsx";
import { Popover } from "@/components/ui/popover.tsx";
import { HostFacetLists, type SetHostUrl } from "./host-facets.tsx";
import { HOST_SORT_WORDS, type HostSort, type HostUrl } from "./host-search-params.ts";

const SORTS: readonly HostSort[] = ["cluster", "name", "-findings", "-vms", "lastReportedAt"];

/** Search, the filters in force as words, and the order. */
export function HostTools({ url, setUrl }: { url: HostUrl; setUrl: SetHostUrl }) {
  const tokens = [
    ...url.freshness.map((value) => ({
      key: `freshness ${value}`,
      words: value,
      drop: () => setUrl({ freshness: url.freshness.filter((each) => each !== value) }),
    })),
    ...(["cluster", "tag", "rule"] as const).flatMap((name) =>
      url[name].map((value) => ({
        key: `${name} ${value}`,
        words: `${name} = ${value}`,
        drop: () => setUrl({ [name]: url[name].filter((each) => each !== value) }),
      })),
    ),
  ];
  return (
    <search className="flex flex-wrap items-center gap-1.5 border-b border-line px-2.5 py-[7px] tablet:px-3">
      <div className="relative min-w-0 flex-1 max-tablet:basis-full tablet:max-w-[280px]">
        <Search className="icon absolute top-1/2 left-2 -translate-y-1/2 text-ink-3" aria-hidden />
        <input
          type="search"
          aria-label="Search hosts"
          placeholder="Name or cluster"
          className="field-input pl-7!"
          value={url.search}
          onChange={(event) => setUrl({ search: event.target.value })}
        />
      </div>
      <span className="desk:hidden">
        <Popover
          label="Filters"
          width={260}
          trigger={
            <Button>
              <ListFilter className="icon" aria-hidden />
              Filter
            </Button>
          }
        >
          <HostFacetLists url={url} setUrl={setUrl} />
        </Popover>
      </span>
      {tokens.map((token) => (
        <span
          key={token.key}
          className="inline-flex h-6 items-center gap-1 rounded-sm bg-accent-soft pl-[7px] text-note whitespace-nowrap"
        >
          {token.words}
          <button
            type="button"
            aria-label={`Drop ${token.words}`}
            onClick={token.drop}
            className="grid size-6 place-items-center hover:bg-hover"
          >
            <X className="icon size-3!" aria-hidden />
          </button>
        </span>
      ))}
      <span className="ml-auto">
        <Menu
          align="end"
          trigger={
            <Button>
              <span>
                Order: <b>{HOST_SORT_WORDS[url.sort]}</b>
              </span>
            </Button>
          }
        >
          <MenuChoices
            label="Order"
            value={url.sort}
            onChoose={(value) => setUrl({ sort: SORTS.find((sort) => sort === value) ?? null })}
            choices={SORTS.map((sort) => ({ value: sort, label: HOST_SORT_WORDS[sort] }))}
          />
        </Menu>
      </span>
    </search>
  );
}
