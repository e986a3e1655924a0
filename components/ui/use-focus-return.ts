import { useState } from "react";

/**
 * Returns focus to where it was when this opened, unless it has moved elsewhere since. Radix does this only for its own
 * triggers. For `onCloseAutoFocus`.
 */
export function useFocusReturn(isOpen: boolean): (event: Event) => void {
  const [last, setLast] = useState<{ isOpen: boolean; opener: Element | null }>({
    isOpen: false,
    opener: null,
  });
  // Read during render: a field with `autoFocus` has focus before any effect runs.
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
