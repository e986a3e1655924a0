import { describe, expect, test } from "vitest";
import { formatBytes, formatSpeed } from "./bytes.ts";

describe("sizes and speeds", () => {
  test.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [4 * 1024 ** 3, "4 GB"],
    [1.5 * 1024 ** 4, "1.5 TB"],
    [137_438_953_472, "128 GB"],
  ])("%d bytes read %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test.each([
    [1_000_000_000, "1 Gbps"],
    [25_000_000_000, "25 Gbps"],
    [2_500_000_000, "2.5 Gbps"],
    [100_000_000, "100 Mbps"],
  ])("%d bit/s read %s", (speed, text) => {
    expect(formatSpeed(speed)).toBe(text);
  });
});
