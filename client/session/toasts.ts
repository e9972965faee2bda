/** Short messages that pass: errors in words, and news from the team. */

import { signal } from '@preact/signals';
import { errorText, type ClientError } from './errors.ts';

export interface Toast {
  id: number;
  tone: 'bad' | 'news';
  text: string;
}

/** Long enough to read two sentences. */
const SHOWN_MS = 8000;
const MOST_SHOWN = 3;

/** The messages of one seat: what went wrong in one match is no news in the next. */
export class Toasts {
  readonly list = signal<readonly Toast[]>([]);
  #nextId = 1;

  show(text: string, tone: Toast['tone'] = 'news'): void {
    if (this.list.peek().some((toast) => toast.text === text)) return;
    const id = this.#nextId++;
    this.list.value = [...this.list.peek(), { id, tone, text }].slice(-MOST_SHOWN);
    setTimeout(() => this.dismiss(id), SHOWN_MS);
  }

  showError(error: ClientError): void {
    this.show(errorText(error), 'bad');
  }

  dismiss(id: number): void {
    this.list.value = this.list.peek().filter((toast) => toast.id !== id);
  }
}
