import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Place } from "./places.ts";
import { applyTheme, isDarkShown } from "./theme.ts";

const CHORD_MS = 1200;

/** The shortcuts of every page. They never intercept a letter that is being typed. */
export function useShellKeys({
  places,
  onPalette,
  onKeys,
}: {
  places: readonly Place[];
  onPalette: () => void;
  onKeys: () => void;
}): void {
  const router = useRouter();

  useEffect(() => {
    let isGoing = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;

      if (isGoing) {
        isGoing = false;
        const place = places.find((each) => each.key === event.key.toLowerCase());
        if (place) {
          event.preventDefault();
          router.push(place.href);
          return;
        }
      }
      switch (event.key) {
        case "/":
          event.preventDefault();
          focusFind();
          return;
        case "?":
          event.preventDefault();
          onKeys();
          return;
        case "g":
          isGoing = true;
          clearTimeout(timer);
          timer = setTimeout(() => {
            isGoing = false;
          }, CHORD_MS);
          return;
        case "d":
          applyTheme(isDarkShown() ? "light" : "dark");
          return;
      }
    };

    addEventListener("keydown", onKeyDown);
    // A page is visible before its script runs: this marks that shortcuts work.
    document.documentElement.dataset["keys"] = "heard";
    return () => {
      clearTimeout(timer);
      delete document.documentElement.dataset["keys"];
      removeEventListener("keydown", onKeyDown);
    };
  }, [router, places, onPalette, onKeys]);
}

/** The page's own search, which comes after the shell's, if it has one. */
function focusFind(): void {
  const find = [...document.querySelectorAll<HTMLInputElement>("[data-find]")].at(-1);
  find?.focus();
  find?.select();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
    !(target instanceof HTMLInputElement && target.type === "checkbox")
  );
}
