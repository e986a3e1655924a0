"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonLook } from "./button.tsx";
import { copyText } from "./copy-text.ts";

const SAY_MS = 1500;

/** Copies and confirms for a moment. If the browser forbids copying, it says so instead of pretending. */
export function CopyButton({
  text,
  label = "Copy",
  ...look
}: { text: string | (() => string); label?: string; className?: string } & ButtonLook) {
  const [answer, setAnswer] = useState<"copied" | "refused" | null>(null);

  useEffect(() => {
    const timer = answer === null ? undefined : setTimeout(() => setAnswer(null), SAY_MS);
    return () => clearTimeout(timer);
  }, [answer]);

  const copy = async () => {
    setAnswer((await copyText(typeof text === "string" ? text : text())) ? "copied" : "refused");
  };

  return (
    <Button size="small" {...look} onClick={() => void copy()}>
      {answer === "copied" ? <Check className="icon" /> : <Copy className="icon" />}
      <span aria-live="polite">
        {answer === "copied" ? "Copied" : answer === "refused" ? "Select and copy" : label}
      </span>
    </Button>
  );
}
