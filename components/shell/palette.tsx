"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { LogOut, Search, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Primitive } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from "react";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { SERVICE_ORDER, SERVICE_WORDS } from "@/components/vms/service-words.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { formatTotal } from "@/lib/format/count.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import type { Place } from "./places.ts";
import { prepareGuideHits, prepareHit, prepareHosts } from "./prepare-palette.ts";
import { readPlaces } from "./recent-places.ts";
import { signOut } from "./sign-out.ts";
import { applyTheme, isDarkShown } from "./theme.ts";

/** Goes anywhere: VMs, hosts, pages, and what one may do. What is loaded answers at once, the server's hits follow. */
export function Palette({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const router = useRouter();
  const [word, setWord] = useState("");
  const asked = useDeferredValue(word.trim());
  const { data: vms, isPlaceholderData } = useQuery({ ...vmQueries.search(asked), enabled: asked !== "" });
  const { data: hosts } = useQuery({ ...hostQueries.list(), refetchInterval: false });

  const hostHits = prepareHosts(hosts?.items ?? [], word);
  const vmHits = word.trim() === "" ? [] : (vms?.items ?? []);
  const pages = places.filter((place) => place.label.toLowerCase().includes(word.trim().toLowerCase()));
  const guideHits = prepareGuideHits(word);
  const recent = word === "" ? readPlaces() : [];

  const go = (href: string) => {
    onClose();
    router.push(href);
  };

  return (
    <Primitive.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Primitive.Portal>
        <div className="fixed inset-0 z-40 bg-scrim tablet:px-3 tablet:pt-[72px]">
          <Primitive.Content
            aria-describedby={undefined}
            className="mx-auto h-full w-full max-w-[680px] overflow-hidden rounded-sm border-line-strong bg-panel shadow-float tablet:h-auto tablet:border"
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
              onKeyDown={openBeside}
              className="flex h-full flex-col"
            >
              <div className="flex h-12 items-center gap-2.5 border-b border-line-strong px-3.5">
                <Search className="icon text-ink-3" aria-hidden />
                <Command.Input
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever comes here comes to type
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
                  <Group title="Where you were">
                    {recent.map((place) => (
                      <Row key={place.href} href={place.href} onGo={go} name={place.name} word="" />
                    ))}
                  </Group>
                ) : null}
                {vmHits.length > 0 ? (
                  <Group title="VMs" note={vms ? `${vmHits.length} of ${formatTotal(vms.total)}` : ""}>
                    {vmHits.map((vm) => (
                      <VmHit key={vm.id} vm={vm} word={word} onGo={go} />
                    ))}
                  </Group>
                ) : null}
                {hostHits.length > 0 ? (
                  <Group title="Hosts">
                    {hostHits.map((host) => (
                      <HostHit key={host.id} host={host} word={word} onGo={go} />
                    ))}
                  </Group>
                ) : null}
                {guideHits.length > 0 ? (
                  <Group title="Guide">
                    {guideHits.map(({ href, name, kind }) => (
                      <Row
                        key={href}
                        href={href}
                        onGo={go}
                        name={name}
                        word={word}
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
                        word={word}
                        mark={<Icon name={icon} className="text-ink-3" />}
                      />
                    ))}
                  </Group>
                ) : null}
                {word.trim() === "" ? (
                  <Group title="Actions">
                    <Action
                      label="Light or dark"
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
                  {asked === word.trim() && !isPlaceholderData && vms
                    ? `Nothing is called “${word.trim()}”`
                    : "Looking"}
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

const ROW =
  "grid h-11 cursor-pointer grid-cols-[20px_minmax(0,auto)_minmax(0,1fr)_auto] items-center gap-2 px-3.5 tablet:h-8 data-[selected=true]:bg-selected data-[selected=true]:shadow-[inset_3px_0_var(--accent)]";

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={
        <p className="flex gap-2 px-3.5 pt-2 pb-0.5 text-head font-semibold text-ink-2">
          {title}
          {note === undefined ? null : <span className="font-normal text-ink-3">{note}</span>}
        </p>
      }
    >
      {children}
    </Command.Group>
  );
}

function Row({
  href,
  name,
  word,
  mark,
  why,
  end,
  onGo,
}: {
  href: string;
  name: string;
  word: string;
  mark?: ReactNode;
  why?: string;
  end?: ReactNode;
  onGo: (href: string) => void;
}) {
  const hit = prepareHit(name, word);
  return (
    <Command.Item value={href} data-href={href} onSelect={() => onGo(href)} className={ROW}>
      <span className="grid justify-items-center">{mark}</span>
      <span className="truncate font-medium">
        {hit === null ? (
          name
        ) : (
          <>
            {hit.before}
            <mark>{hit.hit}</mark>
            {hit.after}
          </>
        )}
      </span>
      <span className="truncate text-sub text-ink-3">{why}</span>
      <span className="flex items-center gap-2 text-note whitespace-nowrap text-ink-2">{end}</span>
    </Command.Item>
  );
}

function VmHit({ vm, word, onGo }: { vm: VmRow; word: string; onGo: (href: string) => void }) {
  return (
    <Row
      href={`/vms/${vm.id}`}
      name={vm.name}
      word={word}
      why={vm.guestOs ?? ""}
      onGo={onGo}
      mark={<Glyph word={vm.health} label={vm.health} />}
      end={
        <>
          <span className="hidden gap-px tablet:inline-flex">
            {SERVICE_ORDER.map((key) => (
              <Glyph
                key={key}
                word={vm.services[key]}
                size={13}
                label={`${SERVICE_WORDS[key].label}: ${vm.services[key]}`}
              />
            ))}
          </span>
          {vm.host.name}
        </>
      }
    />
  );
}

function HostHit({ host, word, onGo }: { host: HostRow; word: string; onGo: (href: string) => void }) {
  const bad = host.vmHealth.critical + host.vmHealth.warning;
  return (
    <Row
      href={`/hosts/${host.id}`}
      name={host.name}
      word={word}
      why={host.model ?? ""}
      onGo={onGo}
      mark={<Glyph word={host.freshness} label={host.freshness} />}
      end={
        <>
          {bad > 0 ? <span className="font-semibold text-warning-ink">{bad} need a hand</span> : null}
          {host.cluster}
        </>
      }
    />
  );
}

function Action({ label, mark, onDo }: { label: string; mark: ReactNode; onDo: () => void }) {
  return (
    <Command.Item value={`action:${label}`} onSelect={onDo} className={ROW}>
      <span className="grid justify-items-center">{mark}</span>
      <span className="truncate font-medium">{label}</span>
    </Command.Item>
  );
}

/** With Ctrl the chosen row opens beside this page. */
function openBeside(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const chosen = document.querySelector<HTMLElement>('[cmdk-item][data-selected="true"]')?.dataset["href"];
  if (chosen === undefined) return;
  event.preventDefault();
  window.open(chosen, "_blank", "noopener");
}
