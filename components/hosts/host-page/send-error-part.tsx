"use client";

import Link from "next/link";
import { CommandBox, CommandFrame } from "@/components/ui/command-box.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { SendError } from "./prepare-send-error.ts";

/** Why the agent last could not send. Open while no later attempt had succeeded. */
export function SendErrorPart({ sendError, hostName }: { sendError: SendError; hostName: string }) {
  const { error, at, isOver, todo, command, cost, note, link } = sendError;
  return (
    <details open={!isOver} className={isOver ? "border-t border-line" : "border-b border-line"}>
      <summary className="focus-inside cursor-pointer px-3 py-2 hover:bg-hover">
        {isOver ? null : <Glyph word="warning" label="warning" className="mr-1" />}
        Last send error
        {at === null ? null : (
          <span className="text-ink-3">
            , <TimeAgo at={at} />
          </span>
        )}
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 px-3 pb-3">
        <code className={`wrap-anywhere ${isOver ? "text-ink-2" : "text-critical-ink"}`}>{error}</code>
        <p className="text-ink-2">
          {isOver
            ? "The agent has sent since then. "
            : "This was its last attempt before it read the host for this report, which has arrived since. "}
          {todo}{" "}
          {link === null ? null : (
            <Link href={link.href} className="link">
              {link.words}
            </Link>
          )}
        </p>
        {command === null ? null : (
          <CommandFrame>
            <CommandBox
              code={command}
              shell="powershell"
              place={hostName}
              cost={cost}
              note={note}
              label="What to do about the last send error"
            />
          </CommandFrame>
        )}
      </div>
    </details>
  );
}
