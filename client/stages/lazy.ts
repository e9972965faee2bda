/** Parts of the page in files of their own: fetched when first wanted, then kept, so that no page loads what it never shows. */

import { signal } from '@preact/signals';

export class Lazy<T> {
  readonly #load: () => Promise<T>;
  readonly #part = signal<T | null>(null);
  readonly #hasFailed = signal(false);
  #isLoading = false;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The part; null until it is there. Whoever reads this wants it, and is drawn again when it comes. */
  get value(): T | null {
    this.fetch();
    return this.#part.value;
  }

  /** Whether it could not be fetched. A browser may hold on to that answer until the page is loaded again. */
  get hasFailed(): boolean {
    return this.#hasFailed.value;
  }

  /** Begins to load it, unless that has begun. */
  fetch(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#load().then(
      (part) => (this.#part.value = part),
      (problem: unknown) => {
        console.warn('A part of the page could not be loaded:', problem);
        this.#hasFailed.value = true;
      },
    );
  }
}
