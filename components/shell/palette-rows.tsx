import { Command } from "cmdk";
import type { ReactNode } from "react";
import { Glyph } from "@/components/ui/glyph.tsx";
import { SERVICE_ORDER, SERVICE_WORDS } from "@/components/vms/service-words.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { prepareHit } from "./prepare-palette.ts";

const ROW =
  "grid h-11 cursor-pointer grid-cols-[20px_minmax(0,auto)_minmax(0,1fr)_auto] items-center gap-2 px-3.5 tablet:h-8 data-[selected=true]:bg-selected data-[selected=true]:shadow-[inset_3px_0_var(--accent)]";

export function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
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

export function Row({
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

export function VmHit({ vm, word, onGo }: { vm: VmRow; word: string; onGo: (href: string) => void }) {
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

export function HostHit({ host, word, onGo }: { host: HostRow; word: string; onGo: (href: string) => void }) {
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
          {bad > 0 ? <span className="font-semibold text-warning-ink">{bad} need attention</span> : null}
          {host.cluster}
        </>
      }
    />
  );
}

export function Action({ label, mark, onDo }: { label: string; mark: ReactNode; onDo: () => void }) {
  return (
    <Command.Item value={`action:${label}`} onSelect={onDo} className={ROW}>
      <span className="grid justify-items-center">{mark}</span>
      <span className="truncate font-medium">{label}</span>
    </Command.Item>
  );
}
