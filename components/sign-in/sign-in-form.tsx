"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { useIsHydrated } from "@/components/ui/now.tsx";
import { NoContactError, ProblemError } from "@/lib/query/fetch-json.ts";
import { signIn } from "@/lib/query/setup.ts";
import { PasswordField } from "./password-field.tsx";
import { Refusal } from "./refusal.tsx";
import { textOf } from "./text-of.ts";

type Answer = "refused" | "too-often" | "no-contact";

/** E-mail and password. A refusal never reveals which of the two was wrong. */
export function SignInForm({ server, next }: { server: string; next: string }) {
  const isHydrated = useIsHydrated();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [missing, setMissing] = useState<"email" | "password" | null>(null);
  const [isWaiting, setIsWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const focus = (name: string) => {
    const input = form.current?.elements.namedItem(name);
    if (input instanceof HTMLInputElement) {
      input.focus();
      input.select();
    }
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const email = textOf(entered, "email").trim();
    const password = textOf(entered, "password");
    const empty = email === "" ? "email" : password === "" ? "password" : null;
    setMissing(empty);
    setAnswer(null);
    if (empty !== null) {
      focus(empty);
      return;
    }
    setIsWaiting(true);
    try {
      await signIn({ email, password, rememberMe: entered.get("stay") === "on" });
      // A full page load: the server renders the pages for the new session.
      window.location.assign(next);
    } catch (error) {
      setIsWaiting(false);
      setAnswer(toAnswer(error));
      focus("password");
    }
  };

  return (
    <>
      <h1 className="text-hero font-semibold">Innkeeper</h1>
      <p className="mt-0.5 mb-4.5 text-large text-ink-2">
        Sign in to <span className="font-mono text-[13px] text-ink">{server}</span>
      </p>
      {answer === null ? null : <Refusal>{REFUSALS[answer]}</Refusal>}
      {/* POST, so that a form sent before the page is hydrated never puts a password into the address. */}
      <form
        ref={form}
        method="post"
        noValidate
        className="grid gap-3"
        onSubmit={(event) => void submit(event)}
      >
        <Field
          id="email"
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user comes here to type
          autoFocus
          required
          wrong={missing === "email" ? "Your e-mail address is missing" : null}
        />
        <PasswordField
          id="password"
          name="password"
          label="Password"
          autoComplete="current-password"
          required
          wrong={
            missing === "password" ? "The password is missing" : answer === "refused" ? "Type it again" : null
          }
        />
        <label className="flex items-center gap-2 text-sub text-ink-2">
          <input type="checkbox" name="stay" defaultChecked className="tick-box" />
          Stay signed in on this computer
        </label>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          disabled={!isHydrated || isWaiting}
        >
          {isWaiting ? "Signing in" : "Sign in"}
        </Button>
      </form>
    </>
  );
}

const REFUSALS = {
  refused: (
    <>
      <b className="font-semibold">The e-mail address or password is incorrect.</b> A wrong keyboard layout or
      Caps Lock is the usual reason.
    </>
  ),
  "too-often": (
    <>
      <b className="font-semibold">Too many attempts in a short time.</b> Wait ten seconds, then try again.
    </>
  ),
  "no-contact": (
    <>
      <b className="font-semibold">The server is not responding.</b> Your password was not checked; try again
      in a moment.
    </>
  ),
} as const satisfies Record<Answer, unknown>;

function toAnswer(error: unknown): Answer {
  if (error instanceof NoContactError) return "no-contact";
  if (!(error instanceof ProblemError)) return "no-contact";
  if (error.status === 429) return "too-often";
  return error.status >= 500 ? "no-contact" : "refused";
}
