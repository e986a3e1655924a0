"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { applyTheme, readTheme, subscribeTheme, type Theme } from "./theme.ts";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: "screen", light: "sun", dark: "moon" } as const;

/** Cycles through system, light and dark. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const chosen = useSyncExternalStore(subscribeTheme, readTheme, () => theme);
  const title = `Theme: ${chosen}`;
  return (
    <Button look="quiet" isSquare aria-label={title} title={title} onClick={() => applyTheme(NEXT[chosen])}>
      <Icon name={ICONS[chosen]} />
    </Button>
  );
}
