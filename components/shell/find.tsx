"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";

/** Finds a VM from any page: Enter shows the matches in the matrix. It works before the page is hydrated, too. */
export function Find({ onPalette }: { onPalette: () => void }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  return (
    <search className="contents">
      <form
        action="/vms"
        className="find focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent"
        onSubmit={(event) => {
          event.preventDefault();
          const word = input.current?.value.trim() ?? "";
          router.push(word === "" ? "/vms" : `/vms?search=${encodeURIComponent(word)}`);
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          name="search"
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label="Find a VM by name, address, host or id"
          placeholder="Find a VM by name, address or id"
          data-find
          className="min-w-0 flex-1 bg-transparent text-ink outline-none"
        />
        <Kbd>/</Kbd>
        <button
          type="button"
          onClick={onPalette}
          aria-label="Go anywhere, Ctrl K"
          className="focus-inside rounded-sm px-1 hover:bg-hover"
        >
          <Kbd>Ctrl K</Kbd>
        </button>
      </form>
    </search>
  );
}
