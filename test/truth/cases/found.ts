import { readFileSync } from 'node:fs';
import { type Case, group } from './case.ts';

/** What `npm run truth:fuzz` has found on PostgreSQL 18, each a case for ever; `since` is written in where an older one does not know a form. */
const kept = JSON.parse(readFileSync(new URL('found.json', import.meta.url), 'utf8')) as readonly {
  readonly setup: string;
  readonly sql: string;
  readonly since?: number;
  readonly byMinor?: true;
}[];

export const found: readonly Case[] = kept.flatMap(({ setup, sql, ...options }, i) => group(`found ${i + 1}`, setup, [sql], options));
