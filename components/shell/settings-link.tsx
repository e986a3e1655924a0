"use client";

import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { PERSON_MENU_ID } from "./person-menu-id.ts";

/** The link to the settings, which closes the menu that contains it. */
export function SettingsLink() {
  return (
    <Link
      href="/settings"
      className={`${buttonClass({ look: "quiet" })} w-full justify-start!`}
      onClick={() => document.getElementById(PERSON_MENU_ID)?.hidePopover()}
    >
      <Icon name="settings" />
      Settings
    </Link>
  );
}
