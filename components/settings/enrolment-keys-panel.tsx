"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Chip } from "@/components/ui/chip.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import type { EnrolmentKeyView, KeyState } from "@/lib/contract/api/access.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { accessQueries, revokeEnrolmentKey } from "@/lib/query/access.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { SettingsPanel } from "./settings-panel.tsx";

const ENDED: Record<Exclude<KeyState, "usable">, string> = {
  "used-up": "used up",
  expired: "expired",
  revoked: "revoked",
};

/** Enrolment keys, usable ones first; the others on request. */
export function EnrolmentKeysPanel() {
  const result = useQuery(accessQueries.enrolmentKeys());
  const [isWhole, setIsWhole] = useState(false);
  const [asked, setAsked] = useState<EnrolmentKeyView | null>(null);
  const keys = result.data?.items ?? [];
  const usable = keys.filter(({ state }) => state === "usable");
  const ended = keys.length - usable.length;
  return (
    <SettingsPanel
      id="keys"
      title="Enrolment keys"
      note="only a hash is stored"
      actions={
        ended === 0 ? undefined : (
          <Button size="small" look="quiet" aria-pressed={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {formatPlural(ended, "unusable key")}
          </Button>
        )
      }
      result={result}
    >
      {() => {
        const shown = isWhole ? [...usable, ...keys.filter(({ state }) => state !== "usable")] : usable;
        return (
          <>
            {shown.length === 0 ? (
              <p className="px-3 py-2.5 text-ink-2">
                There are no usable keys. Create one where you enrol a host.
              </p>
            ) : (
              <KeyTable keys={shown} onRevoke={setAsked} />
            )}
            {asked === null ? null : (
              <ConfirmDialog
                title={`Revoke the key “${asked.name}”?`}
                verb="Revoke"
                act={() => revokeEnrolmentKey(asked.id)}
                onClose={() => setAsked(null)}
              >
                <p>
                  No more hosts can enrol with it. {formatPlural(asked.uses, "host")} that did{" "}
                  {asked.uses === 1 ? "keeps" : "keep"} reporting, each with its own token.
                </p>
              </ConfirmDialog>
            )}
          </>
        );
      }}
    </SettingsPanel>
  );
}

function KeyTable({
  keys,
  onRevoke,
}: {
  keys: readonly EnrolmentKeyView[];
  onRevoke: (key: EnrolmentKeyView) => void;
}) {
  return (
    <table className="table-plain">
      <caption className="sr-only">Enrolment keys</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Hosts enrolled</th>
          <th scope="col" className="max-tablet:hidden">
            Valid until
          </th>
          <th scope="col" className="max-tablet:hidden">
            Assigns tags
          </th>
          <th scope="col" className="max-tablet:hidden">
            Created
          </th>
          <th scope="col">
            <span className="sr-only">Revoke</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id} className={key.state === "usable" ? undefined : "text-ink-3"}>
            <th scope="row">
              <span className="font-semibold wrap-anywhere">{key.name}</span>
              <span className="block text-note text-ink-3 tablet:hidden">
                {key.state === "usable" && key.expiresAt !== null ? "until " : null}
                <GoodUntil enrolmentKey={key} />
              </span>
            </th>
            <td className="whitespace-nowrap">
              {key.usesLeft === null ? key.uses : `${key.uses} of ${key.uses + Math.max(0, key.usesLeft)}`}
            </td>
            <td className="whitespace-nowrap max-tablet:hidden">
              <GoodUntil enrolmentKey={key} />
            </td>
            <td className="max-tablet:hidden">
              <span className="flex flex-wrap gap-1">
                {key.tags.map((tag) => (
                  <Chip key={tag}>{tag}</Chip>
                ))}
              </span>
            </td>
            <td className="whitespace-nowrap max-tablet:hidden">
              <Moment at={key.createdAt} />
              {key.madeBy === null ? null : ` by ${key.madeBy}`}
            </td>
            <td className="number">
              {key.state === "usable" ? (
                <Button
                  size="small"
                  look="danger"
                  onClick={() => onRevoke(key)}
                  aria-label={`Revoke the key ${key.name}`}
                >
                  Revoke…
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GoodUntil({ enrolmentKey: { state, expiresAt } }: { enrolmentKey: EnrolmentKeyView }) {
  if (state !== "usable") return ENDED[state];
  return expiresAt === null ? "does not expire" : <Moment at={expiresAt} />;
}
