"use client";

import { type ReactNode, useState } from "react";
import { EnrolmentCommands } from "./enrolment-commands.tsx";
import { EnrolmentKeyForm } from "./enrolment-key-form.tsx";
import { FirstReports } from "./first-reports.tsx";
import type { EnrolmentKey } from "./make-enrolment-key.ts";
import { NothingComes } from "./nothing-comes.tsx";

/** A fleet without hosts: how to enrol the first one. The page becomes the fleet page as soon as a report is stored. */
export function FirstRun() {
  const [made, setMade] = useState<EnrolmentKey | null>(null);
  return (
    <div className="mx-auto grid max-w-[1080px] grid-cols-1 gap-x-9 gap-y-4 px-3 py-5 tablet:px-6 tablet:py-10 desk:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <header className="desk:col-span-2">
        <h1 className="text-hero font-semibold">Enrol the first host</h1>
        <p className="mt-1 max-w-[70ch] text-large text-ink-2">
          Innkeeper shows what agents report. Create a key and run one command; the first report then appears
          here automatically.
        </p>
      </header>
      <ol className="min-w-0">
        <Step number={1} title="Create an enrolment key">
          <EnrolmentKeyForm enrolmentKey={made} onMade={setMade} />
        </Step>
        <Step number={2} title="Run one of these commands">
          <EnrolmentCommands enrolmentKey={made?.key ?? null} />
        </Step>
        <Step number={3} title="Wait here">
          <p className="text-ink-2">
            The page continues as soon as the report is stored. You can also close it: nothing is lost.
          </p>
        </Step>
      </ol>
      <div className="self-start border border-line bg-panel">
        <FirstReports title="Waiting for the first report" />
        <div className="border-t border-line px-4 pt-2.5 pb-3">
          <NothingComes />
        </div>
      </div>
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[26px_minmax(0,1fr)] py-3">
      <span className="font-semibold text-ink-3" aria-hidden>
        {number}
      </span>
      <div className="min-w-0">
        <h2 className="mb-1.5 font-semibold">{title}</h2>
        {children}
      </div>
    </li>
  );
}
