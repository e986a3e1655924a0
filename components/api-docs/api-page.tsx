"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button.tsx";
import { classes } from "@/components/ui/classes.ts";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import { formatPlural } from "@/lib/format/count.ts";
import { fetchJson } from "@/lib/query/fetch-json.ts";
import { ApiOperationPanel } from "./api-operation.tsx";
import { Outline } from "./outline.tsx";
import { type ApiDescription, prepareApi, searchOperations } from "./prepare-api.ts";
import { Prose } from "./prose.tsx";

/** The API as it describes itself: operations, parameters and responses. */
export function ApiPage() {
  const server = useSyncExternalStore(subscribeNever, readOrigin, readNoOrigin);
  const { data, error, refetch } = useQuery({
    queryKey: ["openapi"],
    queryFn: ({ signal }) => fetchJson<unknown>("/api/v1/openapi.json", {}, { signal }),
    refetchInterval: false,
  });
  const api = data === undefined ? undefined : prepareApi(data, server);
  return (
    <>
      <header className="border-b border-line bg-panel px-3 py-3 tablet:px-6">
        <h1 className="text-title font-semibold">
          {api ? `${api.title} API, version ${api.version}` : "The API"}
        </h1>
        <p className="mt-1 max-w-[78ch] text-ink-2">
          <Prose
            text={
              api?.description ??
              "Reading requires a session or an API token. Errors are problem+json and name the parameter. Lists are paged with a cursor."
            }
          />{" "}
          <Link className="link" href="/api/v1/openapi.json" prefetch={false}>
            OpenAPI 3.1 as JSON
          </Link>
        </p>
      </header>
      {api ? (
        <Described api={api} />
      ) : error !== null || api === null ? (
        <UnreadableState
          title="The API description could not be loaded"
          raw={error?.message ?? "The document has no paths"}
          actions={<Button onClick={() => void refetch()}>Try again</Button>}
        />
      ) : (
        <LoadingRows rows={10} label="Loading the API description" />
      )}
    </>
  );
}

function Described({ api }: { api: ApiDescription }) {
  const [search, setSearch] = useState("");
  // Where the index does not fit beside the operations, it is folded: otherwise it would have to be scrolled past.
  const [isListed, setIsListed] = useState(false);
  const operations = searchOperations(api.operations, search);
  return (
    <div className="grid grid-cols-1 items-start gap-4 p-3 tablet:p-6 desk:grid-cols-[280px_minmax(0,1fr)]">
      <nav
        aria-label="Operations"
        className="desk:sticky desk:top-3 desk:-ml-1 desk:max-h-[calc(100dvh-24px)] desk:overflow-y-auto desk:p-1"
      >
        <input
          type="search"
          aria-label="Search operations"
          placeholder="Path, word or parameter"
          className="field-input desk:mb-2"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button
          className="mt-2 desk:hidden!"
          aria-expanded={isListed}
          aria-controls="operations"
          onClick={() => setIsListed(!isListed)}
        >
          {isListed ? "Hide" : "List"} {formatPlural(operations.length, "operation")}
        </Button>
        <ul id="operations" className={classes("max-desk:mt-2", !isListed && "max-desk:hidden")}>
          {operations.map((operation) => (
            <li key={operation.id}>
              <a
                href={`#${operation.id}`}
                onClick={() => setIsListed(false)}
                className="flex min-h-6 gap-2 py-0.5 hover:bg-hover max-desk:min-h-8 max-desk:items-center"
              >
                <code className="w-10 flex-none font-medium text-accent">{operation.method}</code>
                <code className="min-w-0 wrap-anywhere">{operation.path}</code>
              </a>
            </li>
          ))}
          {operations.length === 0 ? (
            <li className="text-ink-2">
              {search.trim() === ""
                ? "The document describes no operation."
                : `No operation contains “${search.trim()}”.`}
            </li>
          ) : null}
          {api.schemas.length === 0 ? null : (
            <li className="mt-2 border-t border-line pt-2">
              <a href="#schemas" className="hover:underline" onClick={() => setIsListed(false)}>
                Schemas
              </a>
            </li>
          )}
        </ul>
      </nav>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        {operations.map((operation) => (
          <ApiOperationPanel key={operation.id} operation={operation} />
        ))}
        {api.schemas.length === 0 ? null : (
          <section id="schemas" className="border border-line bg-panel">
            <h2 className="border-b border-line px-3 py-2 font-semibold">Schemas</h2>
            {api.schemas.map(({ name, text }) => (
              <details key={name} className="border-b border-line last:border-b-0">
                <summary className="focus-inside cursor-pointer px-3 py-1.5 font-medium hover:bg-hover">
                  {name}
                </summary>
                <Outline text={text} label={name} className="border-t border-line bg-ground px-3 py-2" />
              </details>
            ))}
          </section>
        )}
      </div>
    </div>
  );
}

function subscribeNever() {
  return () => undefined;
}

function readOrigin(): string {
  return window.location.origin;
}

/** Only the browser knows the address. */
function readNoOrigin(): string {
  return "";
}
