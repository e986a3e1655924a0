import { describe, expect, test } from "vitest";
import { prepareCode } from "./prepare-code.ts";

describe("the colours of a command", () => {
  test.each([
    {
      name: "cmdlet and quoted id",
      shell: "powershell" as const,
      code: "Get-VM -Id '8f1c'",
      parts: [
        ["command", "Get-VM"],
        ["plain", " "],
        ["parameter", "-Id"],
        ["plain", " "],
        ["text", "'8f1c'"],
      ],
    },
    {
      name: "a comment may contain what looks like a cmdlet",
      shell: "powershell" as const,
      code: "# Stop-VM is not needed\nStart-VM",
      parts: [
        ["comment", "# Stop-VM is not needed"],
        ["plain", "\n"],
        ["command", "Start-VM"],
      ],
    },
    {
      name: "a shell command behind sudo",
      shell: "bash" as const,
      code: "sudo systemctl enable --now hv-kvp-daemon",
      parts: [
        ["command", "sudo"],
        ["plain", " "],
        ["command", "systemctl"],
        ["plain", " enable "],
        ["parameter", "--now"],
        ["plain", " hv-kvp-daemon"],
      ],
    },
  ])("$name", ({ shell, code, parts }) => {
    expect(prepareCode(code, shell).map((part) => [part.kind, part.text])).toEqual(parts);
  });

  test.each([
    "Invoke-Command -VMId 'a' {\n  Set-Service -Name vmicvss # keep\n}",
    "a 'b",
    "",
    "#",
    '$x = "it\'s" ; Get-VM',
  ])("the joined parts are the command: %j", (code) => {
    for (const shell of ["powershell", "bash"] as const)
      expect(
        prepareCode(code, shell)
          .map((part) => part.text)
          .join(""),
      ).toBe(code);
  });
});
