import { Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { GUIDE_KINDS, guideHref, type GuideKind } from "@/lib/format/guide-href.ts";
import type { GuideEntry } from "@/lib/guide/page.ts";
import { IndexCount } from "./index-count.tsx";
import { KIND_WORDS } from "./kind-words.ts";

/** A page of the guide between its index and what stands beside it. */
export function GuideFrame({
  entries,
  current,
  side,
  children,
}: {
  entries: readonly GuideEntry[];
  current: GuideEntry;
  side: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="guide">
      <nav className="guide-index" aria-label="Guide">
        <search>
          <form action="/guide" className="relative mx-3 mt-0.5 mb-1">
            <Search className="icon absolute top-1/2 left-2 -translate-y-1/2 text-ink-3" aria-hidden />
            <input
              type="search"
              name="search"
              aria-label="Search the guide"
              placeholder="Search the guide"
              className="field-input pl-7!"
            />
          </form>
        </search>
        {GUIDE_KINDS.map((kind) => (
          <Group
            key={kind}
            kind={kind}
            entries={entries.filter((entry) => entry.kind === kind)}
            current={current}
          />
        ))}
      </nav>
      <div className="guide-page">
        <Link href={`/guide?kind=${current.kind}`} className="button guide-pick">
          <span className="text-ink-3">{KIND_WORDS[current.kind]} /</span>
          <b className="min-w-0 truncate">{current.title}</b>
          <Search className="icon ml-auto" aria-hidden />
          <span className="sr-only">, all pages of the guide</span>
        </Link>
        {children}
      </div>
      {side}
    </div>
  );
}

/** Frequently used lists start open; the long ones open if they contain the current page. */
const ALWAYS_OPEN: ReadonlySet<GuideKind> = new Set(["services", "technologies"]);

function Group({
  kind,
  entries,
  current,
}: {
  kind: GuideKind;
  entries: readonly GuideEntry[];
  current: GuideEntry;
}) {
  if (entries.length === 0) return null;
  return (
    <details open={ALWAYS_OPEN.has(kind) || current.kind === kind}>
      <summary className="focus-inside">
        {KIND_WORDS[kind]}
        <span>{entries.length}</span>
      </summary>
      <ul>
        {entries.map(({ key, title, rules }) => (
          <li key={key}>
            <Link
              href={guideHref(kind, key)}
              prefetch={false}
              aria-current={current.kind === kind && current.key === key ? "page" : undefined}
            >
              <span className="truncate">{kind === "rules" ? key : title}</span>
              {ALWAYS_OPEN.has(kind) ? <IndexCount kind={kind} of={key} rules={rules} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
