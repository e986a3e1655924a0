import { hash } from "node:crypto";

/** 128 bits are enough to tell two states of one thing apart. */
export function hashOf(text: string): string {
  return hash("md5", text, "base64url");
}
