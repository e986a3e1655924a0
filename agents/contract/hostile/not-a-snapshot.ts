import { snapshotBytes } from "@/lib/contract/agent/testing/smallest-snapshot.ts";
import { body, type HostileBody, type Writer } from "./hostile-body.ts";

export function notJson(write: Writer): HostileBody[] {
  const good = write();
  const broken: Record<string, string> = {
    "nothing at all": "",
    "white space": " \r\n\t ",
    "the word undefined": "undefined",
    "the word NaN": "NaN",
    "minus infinity": "-Infinity",
    "a lone minus": "-",
    "a plus sign": "+1",
    "a leading zero": "01",
    "a hexadecimal number": "0x10",
    "a number that ends in its point": "1.",
    "a number that begins with its point": ".5",
    "an exponent without digits": "1e",
    "single quotes": good.replaceAll('"', "'"),
    "keys without quotes": good.replace('"epoch"', "epoch"),
    "a line comment": `// hello\n${good}`,
    "a block comment": `/* hello */${good}`,
    "a comma too many in an object": good.replace(/}$/, ",}"),
    "a comma too many in an array": good.replace('"sections":[]', '"sections":[{},]'),
    "two commas": good.replace(",", ",,"),
    "no colon": good.replace(":", " "),
    "no comma": good.replace(",", " "),
    "an upper-case literal": good.replace('"sections":[]', '"sections":NULL'),
    "NaN inside": good.replace('"epoch":1763900000000', '"epoch":NaN'),
    "Infinity inside": good.replace('"epoch":1763900000000', '"epoch":Infinity'),
    "a quarter of a body": good.slice(0, good.length / 4),
    "half of a body": good.slice(0, good.length / 2),
    "all but the last byte": good.slice(0, -1),
    "a string that never ends": '{"snapshotId": "0193f1a2',
    "two bodies": good + good,
    "JSON lines": `${good}\n${good}\n`,
    "text after the body": `${good} and more`,
    "a closing brace too many": `${good}}`,
    "a line break inside a string": good.replace("1.0.0", "1.0\n.0"),
    "a tab inside a string": good.replace("1.0.0", "1\t0"),
    "NUL inside a string": good.replace("1.0.0", "1\u00000"),
    "NUL before the body": `\0${good}`,
    "an unknown escape": good.replace("1.0.0", String.raw`\x41`),
    "an escape cut short": good.replace("1.0.0", String.raw`\u00`),
    "brackets that cross": '{"a": [}]',
    "closing brackets only": "]]]]}}}}",
    "a guard against JSON hijacking": `)]}'\n${good}`,
    "a callback": `callback(${good})`,
    XML: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    HTML: "<!doctype html><title>502 Bad Gateway</title>",
    YAML: "schemaVersion: 1\nsnapshotId: !!js/function 'function(){}'\n",
    "a form": "schemaVersion=1&snapshotId=x",
  };
  return Object.entries(broken).map(([name, content]) => body(`not JSON: ${name}`, content, 400));
}

export function notText(write: Writer): HostileBody[] {
  const good = write();
  const utf16le = Buffer.from(good, "utf16le");
  const withBytes = (...bytes: number[]): Uint8Array => {
    const [before = "", after = ""] = good.split("1.0.0");
    return Buffer.concat([Buffer.from(before), Uint8Array.from(bytes), Buffer.from(after)]);
  };
  const broken: Record<string, Uint8Array> = {
    "a byte order mark": Buffer.from(`\uFEFF${good}`),
    "UTF-16, little end first": Buffer.concat([Uint8Array.of(0xff, 0xfe), utf16le]),
    "UTF-16, big end first": Buffer.concat([Uint8Array.of(0xfe, 0xff), Buffer.from(utf16le).swap16()]),
    "UTF-16 without a mark": utf16le,
    "Latin-1": Buffer.from(good.replace("1.0.0", "\u00fc\u00df"), "latin1"),
    "a lone continuation byte": withBytes(0x80),
    "a first byte without a second": withBytes(0xc3),
    "an overlong slash": withBytes(0xc0, 0xaf),
    "an overlong NUL": withBytes(0xc0, 0x80),
    "a surrogate in three bytes": withBytes(0xed, 0xa0, 0x80),
    "a pair of surrogates in six bytes": withBytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
    "past the last code point": withBytes(0xf4, 0x90, 0x80, 0x80),
    "a byte that UTF-8 never has": withBytes(0xff),
    MessagePack: Uint8Array.of(0x81, 0xa1, 0x61, 0x01),
    "an executable": Uint8Array.of(0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00),
    zeros: new Uint8Array(1000),
  };
  return Object.entries(broken).map(([name, content]) => body(`not UTF-8 text: ${name}`, content, 400));
}

export function notASnapshot(): HostileBody[] {
  const wrong: Record<string, string> = {
    null: "null",
    true: "true",
    "a number": "42",
    "a number past every limit": "1e999",
    "a string": '"snapshot"',
    "an empty array": "[]",
    "an array of null": "[null]",
    "an empty object": "{}",
    "keys of another API": '{"jsonrpc": "2.0", "method": "eval", "params": ["1"], "id": 1}',
    "operators of a database": '{"snapshotId": {"$ne": null}, "host": {"$where": "1"}}',
    "required keys on a prototype": `{"__proto__": ${Buffer.from(snapshotBytes()).toString()}}`,
    "a million open arrays": "[".repeat(1_000_000),
    "a million open objects": '{"a":'.repeat(1_000_000),
  };
  return Object.entries(wrong).map(([name, content]) => body(`no snapshot: ${name}`, content, 422));
}
