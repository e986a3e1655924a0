"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { makeApiToken } from "@/lib/query/access.ts";

/** Creates a named token, and shows it once: it exists only in this page. */
export function NewTokenPanel() {
  const id = useId();
  const [name, setName] = useState("");
  const [isTooEarly, setIsTooEarly] = useState(false);
  const queryClient = useQueryClient();
  const make = useMutation({
    mutationFn: makeApiToken,
    onSuccess: async () => {
      setName("");
      await queryClient.invalidateQueries({ queryKey: ["access", "api-tokens"] });
    },
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isEmpty = name.trim() === "";
    setIsTooEarly(isEmpty);
    if (isEmpty) document.getElementById(id)?.focus();
    else if (!make.isPending) make.mutate(name.trim());
  };

  return (
    <Panel id="new-token" title="New token" note="for one script or tool">
      <form onSubmit={submit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-2 p-3">
        {make.data === undefined ? null : (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
            <p className="text-note font-medium text-ink-2">Token, shown once</p>
            <div className="flex items-center gap-2 border border-edge bg-panel py-1 pr-1 pl-2">
              <code className="min-w-0 flex-1 wrap-anywhere">{make.data.token}</code>
              <CopyButton text={make.data.token} />
            </div>
            <p className="text-note text-ink-3">
              Send it as <code>Authorization: Bearer ikp_…</code>
            </p>
          </div>
        )}
        <Field
          id={id}
          label="Name"
          hint="required"
          placeholder="Grafana"
          autoComplete="off"
          maxLength={120}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setIsTooEarly(false);
          }}
          wrong={isTooEarly ? "Enter what will use it, so that you can recognize it later." : null}
          note="What will use it. It can read everything and stays valid until it is revoked."
        />
        {make.error === null ? null : (
          <p role="alert" className="flex gap-1.5 text-note text-critical-ink">
            <Glyph word="critical" size={13} className="mt-px" />
            The token was not created: {make.error.message.replace(/\.$/, "")}.
          </p>
        )}
        <div>
          <Button type="submit">{make.isPending ? "Creating the token" : "Create a token"}</Button>
        </div>
      </form>
    </Panel>
  );
}
