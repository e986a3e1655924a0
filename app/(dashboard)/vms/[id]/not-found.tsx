export { VmMissing as default } from "@/components/vms/vm-page/vm-missing.tsx";
