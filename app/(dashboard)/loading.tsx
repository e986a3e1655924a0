import { FleetLoading } from "@/components/fleet/fleet-loading.tsx";

/** Every other page has a frame of its own. */
export default FleetLoading;
