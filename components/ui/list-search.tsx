import { Icon } from "./icon.tsx";

/** The search over a list, first in the row of its tools. */
export function ListSearch({
  label,
  placeholder,
  value,
  onSearch,
}: {
  label: string;
  placeholder: string;
  value: string;
  onSearch: (words: string) => void;
}) {
  return (
    <div className="relative min-w-0 flex-1 max-tablet:basis-full tablet:max-w-[280px]">
      <Icon name="search" className="absolute top-1/2 left-2 -translate-y-1/2 text-ink-3" />
      <input
        type="search"
        data-find
        aria-label={label}
        placeholder={placeholder}
        className="field-input pl-7!"
        value={value}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || value === "") return;
          event.preventDefault();
          onSearch("");
        }}
      />
    </div>
  );
}
