// What runs side by side is read as if one had followed the other.

/**
 * Sections that are written to at the same time and shown in the order in which they were opened: the first one that is not
 * at its end is shown as it is written, the others wait for their turn.
 *
 * @param {(text: string) => void} show
 */
export function openTranscript(show = (text) => void process.stdout.write(text)) {
  /** @type {{ waiting: string, isEnded: boolean }[]} */
  const sections = [];
  const advance = () => {
    while (sections.length > 0) {
      const [first] = sections;
      if (first.waiting !== "") show(first.waiting);
      first.waiting = "";
      if (!first.isEnded) return;
      sections.shift();
    }
  };
  return {
    section() {
      const section = { waiting: "", isEnded: false };
      sections.push(section);
      return {
        /** @type {(text: string) => void} */
        write: (text) => {
          section.waiting += text;
          if (sections[0] === section) advance();
        },
        end: () => {
          section.isEnded = true;
          advance();
        },
      };
    },
  };
}

/**
 * Runs what is told to at the same time as so many others, in order. Answers in the same order.
 *
 * @template Item, Answer
 * @param {readonly Item[]} items
 * @param {number} atOnce
 * @param {(item: Item) => Promise<Answer>} work
 * @returns {Promise<Answer[]>}
 */
export async function sideBySide(items, atOnce, work) {
  const answers = [];
  let next = 0;
  const takeOn = async () => {
    while (next < items.length) {
      const index = next++;
      answers[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, takeOn));
  return answers;
}
