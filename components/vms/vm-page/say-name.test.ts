import { expect, test } from "vitest";
import { sayName } from "./say-name.ts";

test.each([
  { name: "SQL-01", said: "SQL-01" },
  { name: "مرحبا", said: "مرحبا" },
  { name: "😀", said: "😀" },
  { name: "", said: "VM without a name" },
  { name: " \t\u3000", said: "VM without a name" },
  { name: "\u202E\uFEFF", said: "VM without a name" },
])("%j", ({ name, said }) => expect(sayName(name)).toBe(said));
