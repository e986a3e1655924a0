import { expect, test } from "vitest";
import { openTranscript, sideBySide } from "./transcript.mjs";

test("concurrent sections are shown in order: the first one immediately, the others when it has ended", () => {
  const shown: string[] = [];
  const transcript = openTranscript((text) => void shown.push(text));
  const [first, second, third] = [transcript.section(), transcript.section(), transcript.section()];
  second.write("2a");
  first.write("1a");
  third.write("3");
  third.end();
  first.write("1b");
  expect(shown).toEqual(["1a", "1b"]);
  first.end();
  expect(shown).toEqual(["1a", "1b", "2a"]);
  second.write("2b");
  second.end();
  expect(shown.join("")).toBe("1a1b2a2b3");
});

test("no more items run at once than allowed, all are done, and the results are in order", async () => {
  let atWork = 0;
  let most = 0;
  const answers = await sideBySide([5, 1, 4, 2, 3], 2, async (turns) => {
    most = Math.max(most, ++atWork);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    atWork -= 1;
    return turns * 10;
  });
  expect(answers).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});
