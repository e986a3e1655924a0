import { expect, test } from "vitest";
import { spokenDuration } from "./spoken-duration.ts";

test.each([
  { seconds: 0, words: "0 seconds" },
  { seconds: 1, words: "1 second" },
  { seconds: 10, words: "10 seconds" },
  { seconds: 60, words: "1 minute" },
  { seconds: 90, words: "90 seconds" },
  { seconds: 120.5, words: "2 minutes" },
  { seconds: 3600, words: "1 hour" },
  { seconds: 5400, words: "90 minutes" },
  { seconds: 7200, words: "2 hours" },
  { seconds: 86_400, words: "1 day" },
  { seconds: 129_600, words: "36 hours" },
  { seconds: 31_536_000, words: "365 days" },
])("$seconds s → $words", ({ seconds, words }) => {
  expect(spokenDuration(seconds)).toBe(words);
});
