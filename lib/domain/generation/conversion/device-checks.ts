import * as remedies from "../../remedies/conversion.ts";
import { type ConversionCheck, defineCheck } from "./check.ts";

const KNOWN_DVD_MEDIA: ReadonlySet<string> = new Set(["None", "ISO"]);

const adapters = defineCheck({
  key: "G8",
  title: "No legacy network adapter",
  grounds: {
    none: { status: "pass", summary: "The VM has no legacy network adapter.", decidedBy: "adapters.legacy" },
    some: {
      status: "caution",
      summary:
        "The VM has a legacy network adapter, which generation 2 does not support: replace it with a standard one.",
      decidedBy: "adapters.legacy",
    },
    unread: {
      status: "unknown",
      summary: "Whether the VM has a legacy network adapter could not be read.",
      decidedBy: "adapters.legacy",
    },
  },
  decide: ({ vm }) => {
    if (vm.adapters === null) return "unread";
    if (vm.adapters.some(({ isLegacy }) => isLegacy)) return "some";
    return vm.adapters.some(({ isLegacy }) => isLegacy === null) ? "unread" : "none";
  },
  evidence: ({ vm }) => [
    { name: "adapters.legacy", value: vm.adapters && vm.adapters.filter(({ isLegacy }) => isLegacy).length },
  ],
  remedies: ({ vm }, ground) => (ground === "some" ? [remedies.replaceLegacyAdapter(vm.id)] : []),
});

const media = defineCheck({
  key: "G9",
  title: "No floppy, no physical DVD",
  grounds: {
    none: {
      status: "pass",
      summary: "No floppy disk is inserted, and no physical DVD drive is passed through.",
      decidedBy: "dvdDrives.passThrough",
    },
    floppy: {
      status: "caution",
      summary: "A floppy disk is inserted, for which generation 2 has no drive: eject it.",
      decidedBy: "floppyPath",
    },
    dvd: {
      status: "caution",
      summary: "A physical DVD drive is passed through, which generation 2 does not support: eject it.",
      decidedBy: "dvdDrives.passThrough",
    },
    unread: {
      status: "unknown",
      summary: "The media in the VM's DVD drives could not be read.",
      decidedBy: "dvdDrives.passThrough",
    },
  },
  decide: ({ vm }) => {
    if (vm.floppyPath) return "floppy";
    if (vm.dvdDrives === null) return "unread";
    if (vm.dvdDrives.some(({ mediaType }) => mediaType === "PassThrough")) return "dvd";
    return vm.dvdDrives.every(({ mediaType }) => mediaType !== null && KNOWN_DVD_MEDIA.has(mediaType))
      ? "none"
      : "unread";
  },
  evidence: ({ vm }) => [
    { name: "floppyPath", value: vm.floppyPath },
    {
      name: "dvdDrives.passThrough",
      value: vm.dvdDrives && vm.dvdDrives.filter(({ mediaType }) => mediaType === "PassThrough").length,
    },
  ],
  remedies: ({ vm }, ground) => {
    if (ground === "floppy") return [remedies.ejectFloppy(vm.id)];
    return ground === "dvd" ? [remedies.ejectPhysicalDvd(vm.id)] : [];
  },
});

const comPorts = defineCheck({
  key: "G10",
  title: "No COM port is in use",
  grounds: {
    none: { status: "pass", summary: "No COM port is in use.", decidedBy: "comPortPaths" },
    some: {
      status: "caution",
      summary: "A COM port is in use: in generation 2 it must be added again with PowerShell.",
      decidedBy: "comPortPaths",
    },
    unread: {
      status: "unknown",
      summary: "Whether COM ports are in use could not be read.",
      decidedBy: "comPortPaths",
    },
  },
  decide: ({ vm: { comPortPaths } }) => {
    if (comPortPaths === null) return "unread";
    return comPortPaths.length > 0 ? "some" : "none";
  },
  evidence: ({ vm }) => [{ name: "comPortPaths", value: vm.comPortPaths && vm.comPortPaths.join(", ") }],
  remedies: ({ vm }, ground) => (ground === "some" ? [remedies.listComPorts(vm.id)] : []),
});

const remoteFx = defineCheck({
  key: "G13",
  title: "No RemoteFX adapter",
  grounds: {
    none: { status: "pass", summary: "The VM has no RemoteFX adapter.", decidedBy: "hasRemoteFx" },
    some: {
      status: "block",
      summary: "The VM has a RemoteFX adapter, which Windows no longer supports: remove it.",
      decidedBy: "hasRemoteFx",
    },
    unread: {
      status: "unknown",
      summary: "Whether the VM has a RemoteFX adapter could not be read.",
      decidedBy: "hasRemoteFx",
    },
  },
  decide: ({ vm: { hasRemoteFx } }) => {
    if (hasRemoteFx === null) return "unread";
    return hasRemoteFx ? "some" : "none";
  },
  evidence: ({ vm }) => [{ name: "hasRemoteFx", value: vm.hasRemoteFx }],
  remedies: ({ vm }, ground) => (ground === "some" ? [remedies.removeRemoteFx(vm.id)] : []),
});

export const deviceChecks: Record<"G8" | "G9" | "G10" | "G13", ConversionCheck> = {
  G8: adapters,
  G9: media,
  G10: comPorts,
  G13: remoteFx,
};
