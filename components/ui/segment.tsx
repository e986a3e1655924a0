import { useId } from "react";

/** One of two to five, all visible. Arrow keys move along them. */
export function Segment<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string;
  choices: readonly { value: Value; label: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="grid min-w-0 content-start gap-[3px]">
      <legend className="mb-[3px] text-note font-medium text-ink-2">{label}</legend>
      <div className="flex min-h-7 border border-edge bg-panel max-tablet:min-h-10">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="grid flex-1 cursor-pointer place-items-center border-r border-line px-1.5 text-sub text-ink-2 last:border-r-0 hover:bg-hover has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-ink has-checked:shadow-[inset_0_-2px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === chosen}
              onChange={() => onChoose(choice.value)}
              className="sr-only"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
