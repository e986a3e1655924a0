"use client";

import { createContext, type ReactNode, useContext } from "react";

const IsAdmin = createContext(false);

/** Whether whoever looks may do what administrators do: what is offered follows it, and the server asks again. */
export function useIsAdmin(): boolean {
  return useContext(IsAdmin);
}

export function IsAdminProvider({ isAdmin, children }: { isAdmin: boolean; children: ReactNode }) {
  return <IsAdmin value={isAdmin}>{children}</IsAdmin>;
}
