import { Icon } from "@/components/ui/icon.tsx";
import { PERSON_MENU_ID } from "./person-menu-id.ts";
import { SettingsLink } from "./settings-link.tsx";
import { SignOutButton } from "./sign-out-button.tsx";

export interface Person {
  name: string;
  email: string;
  role: string;
}

/** The signed-in user, the role, and signing out. A native popover: Escape and a click outside close it. */
export function PersonMenu({ person }: { person: Person }) {
  return (
    <>
      <button
        type="button"
        popoverTarget={PERSON_MENU_ID}
        aria-label={`${person.name}: account`}
        title={person.name}
        className="size-6 flex-none rounded-full bg-accent-soft text-center text-[11px]/[24px] font-semibold"
      >
        {initialsOf(person.name)}
      </button>
      <div
        id={PERSON_MENU_ID}
        popover="auto"
        className="fixed inset-auto top-[42px] right-2.5 w-[260px] rounded-sm border border-line-strong bg-panel p-0 text-ink shadow-float"
      >
        <div className="border-b border-line px-3 py-2.5">
          <p className="truncate font-semibold">{person.name}</p>
          <p className="truncate text-note text-ink-2">{person.email}</p>
          <p className="mt-1 text-note text-ink-3">Role: {person.role}</p>
        </div>
        <div className="p-1.5">
          {person.role === "admin" ? <SettingsLink /> : null}
          <SignOutButton>
            <Icon name="out" />
            Sign out
          </SignOutButton>
        </div>
      </div>
    </>
  );
}

/** At most two letters: the first of the first and of the last word. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.charAt(0) ?? "";
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? "") : "";
  return (first + last).toUpperCase();
}
