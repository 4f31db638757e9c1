import { readFileSync } from 'node:fs';
import { type Case, group } from './case.ts';

/** What `npm run truth:fuzz` has found, each a case for ever. */
const kept = JSON.parse(readFileSync(new URL('found.json', import.meta.url), 'utf8')) as readonly {
  readonly setup: string;
  readonly sql: string;
}[];

export const found: readonly Case[] = kept.flatMap(({ setup, sql }, i) => group(`found ${i + 1}`, setup, [sql], { since: 18 }));
