/** Where the matches of all processes are, in Redis: the address of each code's process, which is forgotten when that no longer says so. */

import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { QUICK_WAIT_SECONDS } from '../../shared/game/quick.ts';

/** Beyond a few rounds of telling, within the ten seconds that others may wait. */
const FORGET_SECONDS = 6;
const SWEEP_SECONDS = 3;
/** The lobby of a quick match is open for a little longer than others are sent to it. */
const LOBBY_SECONDS = QUICK_WAIT_SECONDS.public - 5;

const PREFIX = 'loss-leaders';
const LOBBY_KEY = `${PREFIX}:lobby`;
const placeKey = (code: string): string => `${PREFIX}:match:${code}`;
const processKey = (processId: string): string => `${PREFIX}:process:${processId}`;

export class Places {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Says that the matches with these codes are at this address, and that the process lives. */
  async tell(processId: string, address: string, codes: readonly string[]): Promise<void> {
    const told = this.#redis.pipeline().set(processKey(processId), address, 'EX', FORGET_SECONDS);
    for (const code of codes) told.set(placeKey(code), address, 'EX', FORGET_SECONDS);
    await told.exec();
  }

  /** The address of the process that has the match; null when none says that it has. */
  find(code: string): Promise<string | null> {
    return this.#redis.get(placeKey(code));
  }

  /** The code of the match that waits for strangers. */
  openLobby(): Promise<string | null> {
    return this.#redis.get(LOBBY_KEY);
  }

  /** Tells of a match that waits, unless another one does; the code of the one that is told of. */
  async postLobby(code: string): Promise<string> {
    const before = await this.#redis.set(LOBBY_KEY, code, 'EX', LOBBY_SECONDS, 'NX', 'GET');
    return before ?? code;
  }

  /** Those of these processes that live. */
  async alive(processIds: readonly string[]): Promise<Set<string>> {
    if (processIds.length === 0) return new Set();
    const addresses = await this.#redis.mget(processIds.map(processKey));
    return new Set(processIds.filter((_id, index) => addresses[index] !== null));
  }

  /** Whether it is for this process to clear up after dead ones; one of all does it now and then. */
  async isSweeper(processId: string): Promise<boolean> {
    const turn = await this.#redis.set(`${PREFIX}:sweep`, processId, 'EX', SWEEP_SECONDS, 'NX');
    return turn === 'OK';
  }

  /** By which processes of a cluster know each other; made by the first that asks. */
  async secret(): Promise<string> {
    const key = `${PREFIX}:secret`;
    const made = randomBytes(32).toString('base64url');
    await this.#redis.set(key, made, 'NX');
    return z
      .string()
      .min(1)
      .parse(await this.#redis.get(key));
  }
}
