/** What is being waited for, when nobody can say how long: a sentence, and a bar that shows that something happens. */

export function Waiting({ words }: { words: string }) {
  return (
    <div class="waiting small" role="status">
      <p>{words}</p>
      <div class="meter" aria-hidden="true">
        <i />
      </div>
    </div>
  );
}
