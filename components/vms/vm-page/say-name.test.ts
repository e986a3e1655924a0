import { expect, test } from "vitest";
import { sayName } from "./say-name.ts";

test.each([
  { name: "SQL-01", said: "SQL-01" },
  { name: "مرحبا", said: "مرحبا" },
  { name: "😀", said: "😀" },
  { name: "", said: "Unnamed VM" },
  { name: " \t\u3000", said: "Unnamed VM" },
  { name: "\u202E\uFEFF", said: "Unnamed VM" },
])("%j", ({ name, said }) => expect(sayName(name)).toBe(said));
