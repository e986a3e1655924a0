"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { signOut } from "./sign-out.ts";

export function SignOutButton({ children }: { children: ReactNode }) {
  const [isRefused, setIsRefused] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        className="w-full justify-start!"
        onClick={() => {
          signOut().catch(() => setIsRefused(true));
        }}
      >
        {children}
      </Button>
      {isRefused ? (
        <p role="alert" className="px-2 py-1 text-note text-critical-ink">
          The server did not respond; you are still signed in.
        </p>
      ) : null}
    </>
  );
}
