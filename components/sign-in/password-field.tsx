"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/field.tsx";

/** A password that can be shown, because most refusals are due to a wrong keyboard layout. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, "type" | "end">) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field
      {...props}
      type={isShown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="off"
      end={
        <button
          type="button"
          className="link text-note"
          aria-pressed={isShown}
          aria-label={isShown ? "Hide the password" : "Show the password"}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? "Hide" : "Show"}
        </button>
      }
    />
  );
}
