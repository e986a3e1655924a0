"use client";

import { memo, useRef } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { FilterToken } from "./prepare-filters.ts";
import { isGrouped } from "./vm-listing.ts";
import { ROW_HEIGHTS, type VmUrl } from "./vm-search-params.ts";

interface ToolsProps {
  url: VmUrl;
  tokens: readonly FilterToken[];
  onSearch: (word: string) => void;
  onDrop: (token: FilterToken) => void;
  onChange: (change: Partial<VmUrl>) => void;
  onFilters: () => void;
}

/** Search, the filters in words, and the layout of the list. */
export const Tools = memo(function Tools({ url, tokens, onSearch, onDrop, onChange, onFilters }: ToolsProps) {
  const grouped = isGrouped(url);
  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-2.5 py-1.5 tablet:px-3 tablet:py-[7px]">
      <SearchBox word={url.search} onSearch={onSearch} />
      <Button className="desk:hidden" onClick={onFilters}>
        <Icon name="filter" />
        Filter
      </Button>
      {tokens.map((token) =>
        token.name === "search" ? null : (
          <span
            key={`${token.name}:${token.value}`}
            className="inline-flex h-6 items-center gap-1 rounded-sm bg-accent-soft pl-[7px] text-note whitespace-nowrap"
          >
            {token.words}
            <button
              type="button"
              className="grid size-6 place-items-center"
              aria-label={`Remove the filter ${token.words}`}
              onClick={() => onDrop(token)}
            >
              <Icon name="x" className="size-3!" />
            </button>
          </span>
        ),
      )}
      <Button
        className="hidden! tablet:inline-flex!"
        onClick={() => onChange(grouped ? { group: "none" } : { group: "host", sort: null })}
        title={grouped ? "One list, worst first" : "A band for each host"}
      >
        <Icon name="group" />
        Group:{" "}
        <b>
          {grouped ? "host" : "none"}
          {grouped ? <span className="max-desk:hidden">, worst first</span> : null}
        </b>
      </Button>
      <span className="ml-auto hidden items-center gap-1.5 tablet:flex">
        {grouped ? (
          <Button
            look="quiet"
            aria-pressed={url.quiet === "folded"}
            onClick={() => onChange({ quiet: url.quiet === "folded" ? "shown" : "folded" })}
          >
            Quiet VMs <b>{url.quiet}</b>
          </Button>
        ) : null}
        <Button
          look="quiet"
          onClick={() => onChange({ rows: nextHeight(url.rows) })}
          title="Row height: 24, 28, 32"
        >
          Rows <b>{url.rows} px</b>
        </Button>
      </span>
    </div>
  );
});

function SearchBox({ word, onSearch }: { word: string; onSearch: (word: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="relative h-8 flex-1 tablet:h-[26px] tablet:flex-[0_1_230px]">
      <Icon name="search" className="absolute top-1/2 left-[7px] -translate-y-1/2 text-ink-3" />
      <input
        ref={input}
        type="search"
        data-find
        aria-label="Search the VMs by name, address, host or id"
        placeholder="Name, IP, host or VM id"
        autoComplete="off"
        spellCheck={false}
        className="h-full w-full rounded-sm border border-line-strong bg-panel pr-2 pl-7"
        value={word}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && word !== "") {
            event.preventDefault();
            onSearch("");
          }
          if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            document.querySelector<HTMLElement>('[role="grid"] [data-line] [tabindex="0"]')?.focus();
          }
        }}
      />
    </div>
  );
}

function nextHeight(height: VmUrl["rows"]): VmUrl["rows"] {
  return ROW_HEIGHTS[(ROW_HEIGHTS.indexOf(height) + 1) % ROW_HEIGHTS.length] ?? "28";
}
