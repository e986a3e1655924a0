import { expect, test } from "vitest";
import { allRows, judge } from "../testing/vm-cases.ts";
import { unreadPart, unreadServices } from "./unread-services.ts";

test.each([
  { name: "a VM that the report left out", verdicts: unreadServices(), part: "vm" },
  {
    name: "no list of services",
    verdicts: judge({ integrationServices: null }).services,
    part: "services",
  },
  { name: "an empty list", verdicts: judge({ integrationServices: [] }).services, part: null },
  {
    name: "no status",
    verdicts: judge({ integrationServices: allRows({ primaryStatus: null }) }).services,
    part: null,
  },
  { name: "everything", verdicts: judge({}).services, part: null },
  {
    name: "no list of services, of a VM that is off",
    verdicts: judge({ integrationServices: null, state: "Off" }).services,
    part: null,
  },
])("$name: $part", ({ verdicts, part }) => {
  expect(unreadPart(verdicts)).toBe(part);
});
