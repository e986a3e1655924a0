"use client";

import { Command } from "cmdk";
import { LogOut, Search, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Primitive } from "radix-ui";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { useFocusReturn } from "@/components/ui/use-focus-return.ts";
import { formatCount } from "@/lib/format/count.ts";
import { Action, Group, HostHit, Row, VmHit } from "./palette-rows.tsx";
import type { Place } from "./places.ts";
import { isHostNamed, prepareGuideHits, prepareHosts } from "./prepare-palette.ts";
import { readPlaces } from "./recent-places.ts";
import { signOut } from "./sign-out.ts";
import { applyTheme, isDarkShown } from "./theme.ts";
import { usePaletteAnswer } from "./use-palette-answer.ts";

/** Goes anywhere: VMs, hosts, pages and actions. Results appear all at once, or below the ones already shown. */
export function Palette({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const router = useRouter();
  const [word, setWord] = useState("");
  const { answer, isLooking } = usePaletteAnswer(word);
  const shown = answer.word;
  const { late } = answer;
  const hostHits = prepareHosts(answer.hosts ?? [], shown);
  const vmHits = answer.vms?.items ?? [];
  const pages = places.filter(({ label }) => label.toLowerCase().includes(shown.toLowerCase()));
  const guideHits = prepareGuideHits(shown);
  const recent = shown === "" ? readPlaces() : [];
  const isOpeningFirst = useRef(false);
  const returnFocus = useFocusReturn(true);

  const go = (href: string) => {
    onClose();
    router.push(href);
  };

  // Enter before the results arrive applies to the first of them.
  useEffect(() => {
    if (isLooking || !isOpeningFirst.current) return;
    isOpeningFirst.current = false;
    document.querySelector<HTMLElement>("[cmdk-item]")?.click();
  }, [isLooking]);

  const isHostMeant = !late.hosts && isHostNamed(shown, hostHits, vmHits);
  // Results for another word are other rows: the first of them is selected.
  const [chosen, setChosen] = useState({ word: shown, value: "" });
  const first = firstOf([
    recent,
    isHostMeant ? hostHits.map(toHostPlace) : [],
    late.vms ? [] : vmHits.map(toVmPlace),
    late.hosts ? [] : hostHits.map(toHostPlace),
    guideHits,
    pages,
    hostHits.map(toHostPlace),
    vmHits.map(toVmPlace),
  ]);
  const hostGroup =
    hostHits.length > 0 ? (
      <Group title="Hosts">
        {hostHits.map((host) => (
          <HostHit key={host.id} host={host} word={shown} onGo={go} />
        ))}
      </Group>
    ) : null;
  const vmGroup =
    vmHits.length > 0 ? (
      <Group title="VMs" note={answer.vms ? `${vmHits.length} of ${formatCount(answer.vms.total)}` : ""}>
        {vmHits.map((vm) => (
          <VmHit key={vm.id} vm={vm} word={shown} onGo={go} />
        ))}
      </Group>
    ) : null;

  return (
    <Primitive.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Primitive.Portal>
        <div className="fixed inset-0 z-40 bg-scrim tablet:px-3 tablet:pt-[72px]">
          <Primitive.Content
            aria-describedby={undefined}
            className="mx-auto h-full w-full max-w-[680px] overflow-hidden rounded-sm border-line-strong bg-panel shadow-float tablet:h-auto tablet:border"
            onCloseAutoFocus={returnFocus}
            onEscapeKeyDown={(event) => {
              if (word === "") return;
              event.preventDefault();
              setWord("");
            }}
          >
            <Primitive.Title className="sr-only">Go anywhere</Primitive.Title>
            <Command
              shouldFilter={false}
              label="Go anywhere"
              value={chosen.word === shown && chosen.value !== "" ? chosen.value : first}
              onValueChange={(value) => setChosen({ word: shown, value })}
              onKeyDown={(event) => {
                openBeside(event);
                if (event.key !== "Enter" || event.defaultPrevented || answer.word === word.trim()) return;
                event.preventDefault();
                isOpeningFirst.current = true;
              }}
              className="flex h-full flex-col"
            >
              <div className="flex h-12 items-center gap-2.5 border-b border-line-strong px-3.5">
                <Search className="icon text-ink-3" aria-hidden />
                <Command.Input
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user comes here to type
                  autoFocus
                  value={word}
                  onValueChange={setWord}
                  placeholder="A VM, a host, a rule or a page"
                  className="min-w-0 flex-1 bg-transparent text-[16px] outline-none"
                />
                <Primitive.Close className="rounded-sm">
                  <Kbd>Esc</Kbd>
                  <span className="sr-only">Close</span>
                </Primitive.Close>
              </div>
              <Command.List className="min-h-0 flex-1 overflow-auto pb-1.5 tablet:max-h-[480px]">
                {recent.length > 0 ? (
                  <Group title="Recent">
                    {recent.map((place) => (
                      <Row key={place.href} href={place.href} onGo={go} name={place.name} word="" />
                    ))}
                  </Group>
                ) : null}
                {isHostMeant ? hostGroup : null}
                {late.vms ? null : vmGroup}
                {isHostMeant || late.hosts ? null : hostGroup}
                {guideHits.length > 0 ? (
                  <Group title="Guide">
                    {guideHits.map(({ href, name, kind }) => (
                      <Row
                        key={href}
                        href={href}
                        onGo={go}
                        name={name}
                        word={shown}
                        why={kind}
                        mark={<Icon name="guide" className="text-ink-3" />}
                      />
                    ))}
                  </Group>
                ) : null}
                {pages.length > 0 ? (
                  <Group title="Pages">
                    {pages.map(({ href, label, icon }) => (
                      <Row
                        key={href}
                        href={href}
                        onGo={go}
                        name={label}
                        word={shown}
                        mark={<Icon name={icon} className="text-ink-3" />}
                      />
                    ))}
                  </Group>
                ) : null}
                {late.hosts ? hostGroup : null}
                {late.vms ? vmGroup : null}
                {shown === "" ? (
                  <Group title="Actions">
                    <Action
                      label="Switch light or dark theme"
                      mark={<SunMoon className="icon text-ink-3" aria-hidden />}
                      onDo={() => {
                        applyTheme(isDarkShown() ? "light" : "dark");
                        onClose();
                      }}
                    />
                    <Action
                      label="Sign out"
                      mark={<LogOut className="icon text-ink-3" aria-hidden />}
                      onDo={() => void signOut().catch(onClose)}
                    />
                  </Group>
                ) : null}
                <Command.Empty className="px-3.5 py-4 text-ink-2">
                  {isLooking ? "Searching" : `No results for “${shown}”`}
                </Command.Empty>
              </Command.List>
              <div className="hidden h-[34px] items-center gap-4 border-t border-line bg-ground px-3.5 text-note text-ink-2 tablet:flex">
                <span>
                  <Kbd>↑</Kbd> <Kbd>↓</Kbd> choose
                </span>
                <span>
                  <Kbd>Enter</Kbd> open
                </span>
                <span>
                  <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> new tab
                </span>
              </div>
            </Command>
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const toHostPlace = ({ id }: { id: string }) => ({ href: `/hosts/${id}` });
const toVmPlace = ({ id }: { id: string }) => ({ href: `/vms/${id}` });

/** The first row, by the order of the groups. */
function firstOf(groups: readonly (readonly { href: string }[])[]): string {
  return groups.find((group) => group.length > 0)?.[0]?.href ?? "";
}

/** With Ctrl the selected row opens in a new tab. */
function openBeside(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const chosen = document.querySelector<HTMLElement>('[cmdk-item][data-selected="true"]')?.dataset["href"];
  if (chosen === undefined) return;
  event.preventDefault();
  window.open(chosen, "_blank", "noopener");
}
