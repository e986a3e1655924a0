"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button.tsx";
import { applyTheme, readTheme, subscribeTheme, type Theme } from "./theme.ts";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const WORDS: Record<Theme, string> = { system: "as the system", light: "light", dark: "dark" };

/** Goes round: as the system, light, dark. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const chosen = useSyncExternalStore(subscribeTheme, readTheme, () => theme);
  const Icon = ICONS[chosen];
  return (
    <Button
      look="quiet"
      isSquare
      aria-label={`Theme: ${WORDS[chosen]}`}
      title={`Theme: ${WORDS[chosen]}`}
      onClick={() => applyTheme(NEXT[chosen])}
    >
      <Icon className="icon" aria-hidden />
    </Button>
  );
}
