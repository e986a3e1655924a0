"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { useIsHydrated } from "@/components/ui/now.tsx";
import { NoContactError, ProblemError } from "@/lib/query/fetch-json.ts";
import { createFirstAccount, signIn } from "@/lib/query/setup.ts";
import { PasswordField } from "./password-field.tsx";
import {
  type AccountFields,
  checkFirstAccount,
  MIN_PASSWORD_LENGTH,
  strengthOf,
  toFieldWords,
} from "./prepare-first-account.ts";
import { Refusal } from "./refusal.tsx";
import { textOf } from "./text-of.ts";

/** The first account: anyone who can read the server's log may create it, once. */
export function FirstAccountForm({ server }: { server: string }) {
  const isHydrated = useIsHydrated();
  const [wrong, setWrong] = useState<Partial<AccountFields>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isWaiting, setIsWaiting] = useState(false);
  const [password, setPassword] = useState("");
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const account: AccountFields = {
      code: textOf(entered, "code").trim().toUpperCase(),
      name: textOf(entered, "name").trim(),
      email: textOf(entered, "email").trim(),
      password: textOf(entered, "password"),
    };
    const found = checkFirstAccount(account);
    setWrong(found);
    setRefusal(null);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      const input = form.current?.elements.namedItem(first);
      if (input instanceof HTMLInputElement) input.focus();
      return;
    }
    setIsWaiting(true);
    try {
      await createFirstAccount(account);
      await signIn({ email: account.email, password: account.password, rememberMe: true });
      window.location.assign("/");
    } catch (error) {
      setIsWaiting(false);
      if (error instanceof ProblemError) {
        const named = toFieldWords(error.problem.errors ?? []);
        setWrong(named);
        setRefusal(Object.keys(named).length > 0 ? null : error.message);
      } else {
        setRefusal(
          error instanceof NoContactError
            ? "The server is not responding; nothing was created."
            : "Something went wrong; try again.",
        );
      }
    }
  };

  const strength = strengthOf(password);
  return (
    <>
      <h1 className="text-hero font-semibold">Set up this server</h1>
      <p className="mt-0.5 mb-4.5 text-large text-ink-2">
        Nobody has signed in to <span className="font-mono text-[13px] text-ink">{server}</span> yet. The
        first account is an administrator.
      </p>
      {refusal === null ? null : <Refusal>{refusal}</Refusal>}
      <form
        ref={form}
        method="post"
        noValidate
        className="grid gap-3"
        onSubmit={(event) => void submit(event)}
      >
        <Field
          id="code"
          name="code"
          label="Set-up code"
          hint="from the server’s log"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user comes here to type
          autoFocus
          required
          className="h-10! text-center font-mono text-[17px]! tracking-[0.12em] uppercase"
          wrong={wrong.code ?? null}
        />
        <Field
          id="name"
          name="name"
          label="Your name"
          autoComplete="name"
          required
          wrong={wrong.name ?? null}
        />
        <Field
          id="email"
          name="email"
          type="email"
          label="E-mail"
          hint="you sign in with it; no mail is sent"
          autoComplete="username"
          required
          wrong={wrong.email ?? null}
        />
        <PasswordField
          id="password"
          name="password"
          label="Password"
          hint={`${MIN_PASSWORD_LENGTH} characters or more, no other rule`}
          autoComplete="new-password"
          required
          wrong={wrong.password ?? null}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          note={
            <>
              <span className="mt-0.5 mb-1 grid grid-cols-4 gap-0.5" aria-hidden>
                {[1, 2, 3, 4].map((step) => (
                  <i key={step} className={`h-[3px] ${step <= strength ? "bg-ok-fill" : "bg-line-strong"}`} />
                ))}
              </span>
              {password.length} characters
            </>
          }
        />
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          disabled={!isHydrated || isWaiting}
        >
          {isWaiting ? "Creating the account" : "Create the account, and sign in"}
        </Button>
        <p className="text-note text-ink-3">
          Keep this account: it gives access when everything else is unavailable.
        </p>
      </form>
    </>
  );
}
