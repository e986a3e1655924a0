"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { Button, buttonClass } from "@/components/ui/button.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { ApiTokenView } from "@/lib/contract/api/access.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { accessQueries, revokeApiToken } from "@/lib/query/access.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { NewTokenPanel } from "./new-token-panel.tsx";
import { SettingsPanel } from "./settings-panel.tsx";

/** Tokens with which scripts and other tools read. */
export function TokensPage() {
  const result = useQuery(accessQueries.apiTokens());
  const [isWhole, setIsWhole] = useState(false);
  const [asked, setAsked] = useState<ApiTokenView | null>(null);
  useCrumb({ name: "API tokens" });
  const tokens = result.data?.items ?? [];
  const inUse = tokens.filter(({ revokedAt }) => revokedAt === null);
  const revoked = tokens.length - inUse.length;
  return (
    <>
      <PageHead
        title="API tokens"
        sentence={`${inUse.length} in use, for scripts and other tools; people sign in`}
        actions={
          <Link href="/docs/api" className={buttonClass()}>
            API reference
          </Link>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-2.5 p-2.5 pb-7 tablet:gap-3 tablet:px-4 desk:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <SettingsPanel
          id="tokens"
          title="Tokens"
          note="read-only"
          actions={
            revoked === 0 ? undefined : (
              <Button size="small" look="quiet" aria-pressed={isWhole} onClick={() => setIsWhole(!isWhole)}>
                {formatPlural(revoked, "revoked token")}
              </Button>
            )
          }
          result={result}
        >
          {() => {
            const shown = isWhole ? tokens : inUse;
            return shown.length === 0 ? (
              <p className="px-3 py-2.5 text-ink-2">There are no tokens in use.</p>
            ) : (
              <TokenTable tokens={shown} onRevoke={setAsked} />
            );
          }}
        </SettingsPanel>
        <NewTokenPanel />
      </div>
      {asked === null ? null : (
        <ConfirmDialog
          title={`Revoke the token “${asked.name}”?`}
          verb="Revoke"
          act={() => revokeApiToken(asked.id)}
          onClose={() => setAsked(null)}
        >
          <p>
            Requests with it are answered 401 from now on.{" "}
            {asked.lastUsedAt === null ? (
              "It was never used."
            ) : (
              <>
                It was used <TimeAgo at={asked.lastUsedAt} />.
              </>
            )}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function TokenTable({
  tokens,
  onRevoke,
}: {
  tokens: readonly ApiTokenView[];
  onRevoke: (token: ApiTokenView) => void;
}) {
  return (
    <table className="table-plain">
      <caption className="sr-only">Tokens for scripts</caption>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col" className="max-tablet:hidden">
            Role
          </th>
          <th scope="col" className="max-tablet:hidden">
            Created
          </th>
          <th scope="col">Last used</th>
          <th scope="col">
            <span className="sr-only">Revoke</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id} className={token.revokedAt === null ? undefined : "text-ink-3"}>
            <th scope="row" className="font-semibold">
              {token.name}
            </th>
            <td className="max-tablet:hidden">{token.role}</td>
            <td className="whitespace-nowrap max-tablet:hidden">
              <Moment at={token.createdAt} />
              {token.madeBy === null ? null : ` by ${token.madeBy}`}
            </td>
            <td className="whitespace-nowrap">
              {token.revokedAt !== null ? (
                <>
                  revoked <Moment at={token.revokedAt} />
                </>
              ) : token.lastUsedAt === null ? (
                "never"
              ) : (
                <TimeAgo at={token.lastUsedAt} />
              )}
            </td>
            <td className="number">
              {token.revokedAt === null ? (
                <Button
                  size="small"
                  look="danger"
                  onClick={() => onRevoke(token)}
                  aria-label={`Revoke the token ${token.name}`}
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
