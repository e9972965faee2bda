/** Tabs that fold a stage into what to do now and what else there is. */

export interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { id: T; label: string }[];
  current: { value: T };
}

/** Arrow keys move between tabs, as the ARIA authoring practices ask. */
export function Tabs<T extends string>({ label, tabs, current }: TabsProps<T>) {
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex((tab) => tab.id === current.value);
    current.value = tabs[(at + step + tabs.length) % tabs.length].id;
    const row = event.currentTarget as HTMLElement;
    requestAnimationFrame(() => row.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-selected={current.value === tab.id}
          tabIndex={current.value === tab.id ? 0 : -1}
          onClick={() => (current.value = tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
