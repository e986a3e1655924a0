"use client";

import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useId, useState } from "react";
import { useIsAdmin } from "@/components/shell/is-admin.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { ProblemError } from "@/lib/query/fetch-json.ts";
import { type EnrolmentKey, makeEnrolmentKey } from "./make-enrolment-key.ts";

/** Makes a key by its name, and shows it once. It lives in this page alone: never in the URL, never stored. */
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
  const [isTooEarly, setIsTooEarly] = useState(false);
  const make = useMutation({ mutationFn: makeEnrolmentKey, onSuccess: onMade });

  if (!isAdmin) return <p className="text-ink-2">{NOT_YOURS}</p>;
  if (enrolmentKey !== null) return <MadeKey enrolmentKey={enrolmentKey} />;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isEmpty = name.trim() === "";
    setIsTooEarly(isEmpty);
    if (isEmpty) document.getElementById(id)?.focus();
    else if (!make.isPending) make.mutate(name.trim());
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
        wrong={isTooEarly ? "Say where it will be used, so that it can be told from others later." : null}
        note="Where it will be used. The key itself is shown once: only its hash is kept."
      />
      {make.error === null ? null : <Refused error={make.error} />}
      <div>
        <Button type="submit">{make.isPending ? "Making the key" : "Make an enrolment key"}</Button>
      </div>
    </form>
  );
}

const NOT_YOURS =
  "Your role may not make keys. Ask an administrator for one, or make it on the server: npm run -s innkeeper -- enrolment-key create --name …";

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
            Good until <Moment at={enrolmentKey.expiresAt} />.
          </>
        )}{" "}
        It is in the commands below already.
      </p>
    </div>
  );
}

function Refused({ error }: { error: Error }) {
  const isForbidden = error instanceof ProblemError && error.status === 403;
  return (
    <p role="alert" className="flex gap-1.5 text-note text-critical-ink">
      <Glyph word="critical" size={13} className="mt-px" />
      <span>{isForbidden ? NOT_YOURS : `The key was not made: ${error.message.replace(/\.$/, "")}.`}</span>
    </p>
  );
}
