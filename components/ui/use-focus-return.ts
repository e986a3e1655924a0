import { useState } from "react";

/**
 * Gives the keyboard back to where it was when this opened, unless it has gone elsewhere since then. Radix does so for its
 * own triggers alone. For `onCloseAutoFocus`.
 */
export function useFocusReturn(isOpen: boolean): (event: Event) => void {
  const [last, setLast] = useState<{ isOpen: boolean; opener: Element | null }>({
    isOpen: false,
    opener: null,
  });
  // Read while it is drawn: a field with `autoFocus` has the keyboard before any effect runs.
  if (last.isOpen !== isOpen)
    setLast({
      isOpen,
      opener: isOpen && typeof document !== "undefined" ? document.activeElement : last.opener,
    });

  return (event) => {
    event.preventDefault();
    if (document.activeElement !== document.body) return;
    if (last.opener instanceof HTMLElement && last.opener.isConnected) last.opener.focus();
  };
}
