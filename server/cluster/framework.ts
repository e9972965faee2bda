/**
 * The framework's own list of rooms and its channels, in Redis, so that all processes see the same. What it does for the rooms of
 * this process waits for Redis no longer than a command may take, and never fails when Redis is away.
 */

import type { IRoomCache } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import type { Redis } from 'ioredis';

/** What is tried: `otherwise` when Redis is away. */
function attempt<T>(work: Promise<T>, otherwise: T): Promise<T> {
  return work.catch(() => otherwise);
}

export class RoomList extends RedisDriver {
  /** Those of this process: whoever joins one of them need not ask Redis. */
  readonly #own = new Map<string, IRoomCache>();

  override persist(room: IRoomCache): Promise<boolean> {
    this.#own.set(room.roomId, room);
    return attempt(super.persist(room), false);
  }

  override update(room: IRoomCache, operations: Parameters<RedisDriver['update']>[1]): Promise<boolean> {
    return attempt(super.update(room, operations), false);
  }

  override findOne(...[conditions, sorting]: Parameters<RedisDriver['findOne']>): Promise<IRoomCache> {
    const own = conditions.roomId === undefined ? undefined : this.#own.get(conditions.roomId);
    return own ? Promise.resolve(own) : super.findOne(conditions, sorting);
  }

  /** Another process may have the room by now: then the entry is its. */
  override async remove(roomId: string): Promise<boolean> {
    const own = this.#own.get(roomId);
    this.#own.delete(roomId);
    const listed = await attempt<IRoomCache | undefined>(super.findOne({ roomId }), undefined);
    if (!own || listed?.processId !== own.processId) return false;
    return attempt(super.remove(roomId), false);
  }

  override cleanup(processId: string): Promise<void> {
    return attempt(super.cleanup(processId), undefined);
  }

  /** The connection is not the framework's to close. */
  override shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

export class Channels extends RedisPresence {
  constructor(redis: Redis) {
    super(redis);
    /* The framework would print every try to connect again. */
    this.sub.removeAllListeners('error').on('error', () => undefined);
    redis.removeAllListeners('error').on('error', () => undefined);
  }

  /** What could not be subscribed to is as soon as Redis is back. */
  override async subscribe(topic: string, callback: (...parameters: unknown[]) => void): Promise<this> {
    await attempt<unknown>(super.subscribe(topic, callback), null);
    return this;
  }

  override async unsubscribe(topic: string, callback?: (...parameters: unknown[]) => void): Promise<this> {
    await attempt<unknown>(super.unsubscribe(topic, callback), null);
    return this;
  }

  override publish(topic: string, data: unknown): Promise<void> {
    return attempt(super.publish(topic, data), undefined);
  }

  override hset(key: string, field: string, value: string): Promise<boolean> {
    return attempt(super.hset(key, field, value), false);
  }

  override hdel(key: string, field: string): Promise<boolean> {
    return attempt(super.hdel(key, field), false);
  }

  override shutdown(): void {
    this.sub.disconnect();
  }
}
