/** One word of a caption. They are the world's, so they stay as they are in every language. */

interface WordPickProps<T extends string> {
  label: string;
  options: readonly T[];
  value: T | null;
  /** What stands for no word, where that may be. */
  none?: string;
  onPick: (value: T | null) => void;
}

export function WordPick<T extends string>({ label, options, value, none, onPick }: WordPickProps<T>) {
  return (
    <label class="word-pick">
      <span>{label}</span>
      <select
        lang="en"
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onPick(options.find((option) => option === currentTarget.value) ?? null)
        }
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}
