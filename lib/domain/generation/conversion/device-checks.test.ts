import { describe, test } from "vitest";
import { sampleVmAdapter } from "../../sample-facts.ts";
import { checkConversion, type ConversionCheckCase } from "../../testing/generation-cases.ts";

describe("G8, no legacy adapter", () => {
  const of = (...legacy: (boolean | null)[]) => ({
    adapters: legacy.map((isLegacy) => sampleVmAdapter({ isLegacy })),
  });
  test.each<ConversionCheckCase>([
    { name: "ordinary alone", status: "pass", decider: "adapters.legacy=0" },
    { name: "one of each", vm: of(false, true), status: "caution", decider: "adapters.legacy=1" },
    { name: "one unread", vm: of(false, null), status: "unknown", decider: "adapters.legacy=0" },
    { name: "one unread, one legacy", vm: of(null, true), status: "caution", decider: "adapters.legacy=1" },
    { name: "none", vm: of(), status: "pass", decider: "adapters.legacy=0" },
    { name: "unread", vm: { adapters: null }, status: "unknown", decider: "adapters.legacy=null" },
  ])("$name: $status", (row) => checkConversion("G8", row));
});

describe("G9, no floppy, no physical DVD", () => {
  const dvd = (...mediaTypes: (string | null)[]) => ({
    dvdDrives: mediaTypes.map((mediaType) => ({ mediaType, path: null })),
  });
  const FLOPPY = { floppyPath: "D:\\boot.vfd" };
  test.each<ConversionCheckCase>([
    { name: "empty drive", status: "pass", decider: "dvdDrives.passThrough=0" },
    { name: "image", vm: dvd("ISO"), status: "pass", decider: "dvdDrives.passThrough=0" },
    { name: "no drive", vm: dvd(), status: "pass", decider: "dvdDrives.passThrough=0" },
    {
      name: "physical",
      vm: dvd("None", "PassThrough"),
      status: "caution",
      decider: "dvdDrives.passThrough=1",
    },
    { name: "media unread", vm: dvd(null), status: "unknown", decider: "dvdDrives.passThrough=0" },
    { name: "an unknown word", vm: dvd("Cloud"), status: "unknown", decider: "dvdDrives.passThrough=0" },
    {
      name: "drives unread",
      vm: { dvdDrives: null },
      status: "unknown",
      decider: "dvdDrives.passThrough=null",
    },
    { name: "floppy", vm: FLOPPY, status: "caution", decider: "floppyPath=D:\\boot.vfd" },
    {
      name: "floppy, drives unread",
      vm: { ...FLOPPY, dvdDrives: null },
      status: "caution",
      decider: "floppyPath=D:\\boot.vfd",
    },
    {
      name: "floppy drive empty",
      vm: { floppyPath: "" },
      status: "pass",
      decider: "dvdDrives.passThrough=0",
    },
  ])("$name: $status", (row) => checkConversion("G9", row));
});

describe("G10, no COM port is used", () => {
  test.each<ConversionCheckCase>([
    { name: "none", status: "pass", decider: "comPortPaths=" },
    {
      name: "one",
      vm: { comPortPaths: ["\\\\.\\pipe\\com1"] },
      status: "caution",
      decider: "comPortPaths=\\\\.\\pipe\\com1",
    },
    { name: "unread", vm: { comPortPaths: null }, status: "unknown", decider: "comPortPaths=null" },
  ])("$name: $status", (row) => checkConversion("G10", row));
});

describe("G13, no RemoteFX adapter", () => {
  test.each<ConversionCheckCase>([
    { name: "none", status: "pass", decider: "hasRemoteFx=false" },
    { name: "one", vm: { hasRemoteFx: true }, status: "block", decider: "hasRemoteFx=true" },
    { name: "unread", vm: { hasRemoteFx: null }, status: "unknown", decider: "hasRemoteFx=null" },
  ])("$name: $status", (row) => checkConversion("G13", row));
});
