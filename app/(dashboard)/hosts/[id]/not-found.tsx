export { HostMissing as default } from "@/components/hosts/host-page/host-missing.tsx";
