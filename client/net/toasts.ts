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

export const toasts = signal<Toast[]>([]);
let nextId = 1;

export function showToast(text: string, tone: Toast['tone'] = 'news'): void {
  if (toasts.value.some((toast) => toast.text === text)) return;
  const id = nextId++;
  toasts.value = [...toasts.value, { id, tone, text }].slice(-MOST_SHOWN);
  setTimeout(() => dismissToast(id), SHOWN_MS);
}

export function showError(error: ClientError): void {
  showToast(errorText(error), 'bad');
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
