import { hash } from "node:crypto";

/** 128 bits are enough to distinguish states of one object. */
export function hashOf(text: string): string {
  return hash("md5", text, "base64url");
}
