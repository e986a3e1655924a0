"use client";

import { createContext, type ReactNode, useContext } from "react";

const IsAdmin = createContext(false);

/** Whether the user is an administrator: it decides what is offered, and the server checks again. */
export function useIsAdmin(): boolean {
  return useContext(IsAdmin);
}

export function IsAdminProvider({ isAdmin, children }: { isAdmin: boolean; children: ReactNode }) {
  return <IsAdmin value={isAdmin}>{children}</IsAdmin>;
}
