import type { HostFacts } from "../facts.ts";

/** Models that hypervisors and clouds give their virtual machines, in lower case. */
const VIRTUAL_MODELS = [
  "virtual machine",
  "vmware",
  "kvm",
  "qemu",
  "hvm domu",
  "standard pc",
  "virtualbox",
  "ahv",
  "openstack",
  "google compute engine",
];
const VIRTUAL_MANUFACTURERS: ReadonlySet<string> = new Set(["qemu", "xen", "google"]);

/** A host that is itself a virtual machine; a host that does not report its model is not assumed to be one. */
export function isNestedHost({ manufacturer, model }: Pick<HostFacts, "manufacturer" | "model">): boolean {
  const modelName = (model ?? "").trim().toLowerCase();
  const maker = (manufacturer ?? "").trim().toLowerCase();
  if (VIRTUAL_MODELS.some((word) => modelName.includes(word))) return true;
  if (VIRTUAL_MANUFACTURERS.has(maker) || maker.startsWith("innotek")) return true;
  // Amazon also offers whole machines, which their model shows.
  return maker === "amazon ec2" && model !== null && !modelName.endsWith(".metal");
}
