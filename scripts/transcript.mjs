// Shows the output of concurrent runs as if they had run one after the other.

/**
 * Sections can be written to concurrently and are shown in the order in which they were opened: the first unfinished
 * section is shown as it is written, the others wait for their turn.
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
 * Starts the work for each item in order, with at most `atOnce` running at the same time. Returns the results in order.
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
