/** Tools that a model may call: pure functions of the world and the question, without network, files or time. */

import { DAYS_PER_MONTH } from './calendar.ts';
import { privateFacts } from './private-facts.ts';
import type { World } from './types.ts';

/** The calculator and the calendar read their numbers in the question; the register tells where a person hides the key. */
export type ToolCall = { tool: 'sum' } | { tool: 'date' } | { tool: 'key'; person: string };
export type ToolName = ToolCall['tool'];

/** An answer longer than this is no call: nothing that a card shows comes near it. */
const MOST_CHARS = 200;
/** Numbers of more digits are not counted with, and of questions no more than this is read. */
const MOST_DIGITS = 6;

const CALL_WORD = /\bcall\b/g;
const CALL = /\bcall (?:(sum|date)|key of ([A-Z][a-z]{1,19}))(?![\p{L}\p{N}])/u;
const SHIFT = /\b(\d{1,3}) days after day (\d{1,2}) of (\p{L}{1,30})(?![\p{L}\p{N}])/u;

/** The call as it stands in an answer. */
export function writeCall(call: ToolCall): string {
  return call.tool === 'key' ? `call key of ${call.person}` : `call ${call.tool}`;
}

/** The one call in an answer; 'malformed' where something begins like one and is none, or where there are several; null without any. */
export function parseCall(answer: string): ToolCall | 'malformed' | null {
  const begun = answer.match(CALL_WORD)?.length ?? 0;
  if (begun === 0) return null;
  const found = begun === 1 && answer.length <= MOST_CHARS ? CALL.exec(answer) : null;
  if (!found) return 'malformed';
  const [, tool, person] = found;
  if (person !== undefined) return { tool: 'key', person };
  return tool === 'sum' ? { tool: 'sum' } : { tool: 'date' };
}

/** The answer with the result where the call stood. */
export function spliceResult(answer: string, call: ToolCall, result: string): string {
  const words = writeCall(call);
  const place = answer.indexOf(words);
  return place < 0 ? answer : answer.slice(0, place) + result + answer.slice(place + words.length);
}

function addNumbers(question: string): string | null {
  const numbers = question.match(/\d+/g) ?? [];
  if (numbers.length !== 2 || numbers.some(({ length }) => length > MOST_DIGITS)) return null;
  return `${numbers.reduce((sum, digits) => sum + Number(digits), 0)}`;
}

function shiftDate({ calendar: { months } }: World, question: string): string | null {
  const [, days, day, month] = SHIFT.exec(question) ?? [];
  const place = months.indexOf(month ?? '');
  if (place < 0 || Number(day) < 1 || Number(day) > DAYS_PER_MONTH) return null;
  const at = place * DAYS_PER_MONTH + Number(day) - 1 + Number(days);
  const then = months[Math.floor(at / DAYS_PER_MONTH) % months.length];
  return then === undefined ? null : `day ${(at % DAYS_PER_MONTH) + 1} of ${then}`;
}

/** What the tool says to this question; null where there is nothing that it can work on. */
export function runTool(world: World, call: ToolCall, question: string): string | null {
  if (call.tool === 'sum') return addNumbers(question);
  if (call.tool === 'date') return shiftDate(world, question);
  const known = privateFacts(world).find(({ kind, person }) => kind === 'hiding' && person === call.person);
  return known?.secret ?? null;
}
