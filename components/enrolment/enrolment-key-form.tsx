"use client";

import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useId, useState } from "react";
import { useIsAdmin } from "@/components/shell/is-admin.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { Segment } from "@/components/ui/segment.tsx";
import { ProblemError } from "@/lib/query/fetch-json.ts";
import { type EnrolmentKey, makeEnrolmentKey } from "./make-enrolment-key.ts";

const USES = [
  { value: "1", label: "1" },
  { value: "10", label: "10" },
  { value: "50", label: "50" },
  { value: "any", label: "any" },
] as const;
type Uses = (typeof USES)[number]["value"];
const HOURS = [
  { value: "1", label: "1 h" },
  { value: "24", label: "24 h" },
  { value: "168", label: "7 days" },
  { value: "720", label: "30 days" },
] as const;
type Hours = (typeof HOURS)[number]["value"];

/**
 * Creates a key with a name and limits, and shows it once. It exists only in this page: never in the URL, never stored.
 */
export function EnrolmentKeyForm({
  enrolmentKey,
  onMade,
}: {
  enrolmentKey: EnrolmentKey | null;
  onMade: (key: EnrolmentKey) => void;
}) {
  const id = useId();
  const isAdmin = useIsAdmin();
  const [name, setName] = useState("");
  const [uses, setUses] = useState<Uses>("10");
  const [hours, setHours] = useState<Hours>("168");
  const [tags, setTags] = useState("");
  const [isTooEarly, setIsTooEarly] = useState(false);
  const make = useMutation({ mutationFn: makeEnrolmentKey, onSuccess: onMade });

  if (!isAdmin) return <NotYours />;
  if (enrolmentKey !== null) return <MadeKey enrolmentKey={enrolmentKey} />;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isEmpty = name.trim() === "";
    setIsTooEarly(isEmpty);
    if (isEmpty) document.getElementById(id)?.focus();
    else if (!make.isPending)
      make.mutate({ name, uses: uses === "any" ? null : Number(uses), validHours: Number(hours), tags });
  };

  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <Field
        id={id}
        label="Name of this key"
        hint="required"
        placeholder="Rack 14, November"
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setIsTooEarly(false);
        }}
        wrong={isTooEarly ? "Enter where it will be used, so that you can recognize it later." : null}
        note="Where it will be used. The key itself is shown once: only its hash is stored."
      />
      <div className="grid gap-2 tablet:grid-cols-2 tablet:gap-3">
        <Segment label="How many hosts can enrol with it" choices={USES} chosen={uses} onChoose={setUses} />
        <Segment label="Valid for" choices={HOURS} chosen={hours} onChoose={setHours} />
      </div>
      <Field
        id={`${id}-tags`}
        label="Tags"
        hint="applied to its hosts and their VMs"
        placeholder="vienna, rack-14"
        autoComplete="off"
        maxLength={600}
        value={tags}
        onChange={(event) => setTags(event.target.value)}
      />
      {make.error === null ? null : <Refused error={make.error} />}
      <div>
        <Button type="submit">{make.isPending ? "Creating the key" : "Create an enrolment key"}</Button>
      </div>
    </form>
  );
}

function NotYours() {
  return (
    <p className="text-ink-2">
      Your role cannot create keys. Ask an administrator for one, or create it on the server:{" "}
      <code className="wrap-anywhere">npm run -s innkeeper -- enrolment-key create --name …</code>
    </p>
  );
}

function MadeKey({ enrolmentKey }: { enrolmentKey: EnrolmentKey }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <p className="text-note font-medium text-ink-2">Enrolment key, shown once</p>
      <div className="flex items-center gap-2 border border-edge bg-panel py-1 pr-1 pl-2">
        <code className="min-w-0 flex-1 wrap-anywhere">{enrolmentKey.key}</code>
        <CopyButton text={enrolmentKey.key} />
      </div>
      <p className="text-note text-ink-3">
        {enrolmentKey.expiresAt === null ? (
          "It does not expire."
        ) : (
          <>
            Valid until <Moment at={enrolmentKey.expiresAt} />.
          </>
        )}{" "}
        The commands below already contain it.
      </p>
    </div>
  );
}

function Refused({ error }: { error: Error }) {
  const isForbidden = error instanceof ProblemError && error.status === 403;
  return (
    <div role="alert" className="flex gap-1.5 text-note text-critical-ink">
      <Glyph word="critical" size={13} className="mt-px" />
      {isForbidden ? (
        <NotYours />
      ) : (
        <span>{`The key was not created: ${error.message.replace(/\.$/, "")}.`}</span>
      )}
    </div>
  );
}
