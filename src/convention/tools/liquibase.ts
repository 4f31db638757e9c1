import type { Convention } from '../convention.ts';
import { holds } from '../depends.ts';
import { unclaimed } from '../placeholders.ts';
import { settingsOf } from '../settings.ts';
import { splitPath, withoutExtension } from '../split.ts';
import { body, onLine } from '../write-sections.ts';
import { changesetLine, changesets, sections } from './liquibase-changesets.ts';

/** Liquibase's formatted SQL: changesets in a file, each in a transaction unless its line says otherwise; `--rollback` lines are the way back, and comments to the server. */
export const liquibase: Convention = {
  id: 'liquibase',
  title: 'Liquibase',
  manual: 'https://docs.liquibase.com/concepts/changelogs/sql-format.html',
  markers: ['liquibase.properties'],
  recognise: (around) =>
    holds(around, /^\ufeff?\s*--[ \t]*liquibase[ \t]+formatted[ \t]+sql\b/i) ? '`--liquibase formatted sql` in its files' : undefined,
  parts: (text, dialect) => (changesetLine.test(text) ? { up: sections(text, dialect), down: [] } : undefined),
  changesets,
  transaction({ text }, dialect) {
    const modes = new Set(changesets(text, dialect).map(({ transaction }) => transaction));
    const [only = 'wrapped'] = modes;
    return modes.size > 1 ? 'unknown' : only;
  },
  placeholders: (around, stated) => {
    const given = settingsOf(around.own('liquibase.properties')[0]?.text ?? '');
    return ({ text }) => {
      const properties = new Map(
        [...text.matchAll(/^[ \t]*--[ \t]*property[ \t]+.*$/gim)].flatMap(([line]) => {
          const [name, value] = ['name', 'value'].map((key) => new RegExp(`\\b${key}:[ \\t]*(?:"([^"]*)"|(\\S+))`, 'i').exec(line));
          // One that is for other databases, or for a context, counts in some runs only.
          const always = !/\b(?:dbms|context\w*|labels):/i.test(line);
          return always && name && value ? [[name[1] ?? name[2] ?? '', value[1] ?? value[2] ?? ''] as const] : [];
        }),
      );
      // What is not defined Liquibase leaves as it is.
      return unclaimed(text, (name) => stated(name) ?? given.get(`parameter.${name}`) ?? properties.get(name));
    };
  },
  writing: {
    unwrapped: onLine(changesetLine, (line) => `${line === '' ? '--changeset lockstep:1' : line.trimEnd()} runInTransaction:false`),
    down: { in: 'section' },
    file({ name, path, head, up, down, unwrapped }) {
      const options = `${unwrapped ? ' runInTransaction:false' : ''}${up.some((sql) => /\$\w*\$/.test(sql)) ? ' splitStatements:false' : ''}`;
      const lines = down.flatMap((sql) => sql.split('\n')).filter((line) => !line.startsWith('--'));
      const back = (lines.length === 0 ? ['empty'] : lines).map((line) => `--rollback ${line}`.trimEnd());
      // Unique together with the author and the file; the file's own name is unique wherever that is called by another.
      const id = path === undefined ? name : withoutExtension(splitPath(path).name);
      return `--liquibase formatted sql\n\n--changeset lockstep:${id}${options}\n${head}\n\n${body(up)}\n${back.join('\n')}\n`;
    },
    program,
    next: ['Where the changelog names its files one by one, add the new ones to it, in order.'],
  },
};

/** A changeset of its own, which is not cut; what comes behind it begins another. An id is unique together with the file. */
function program(sql: string): string {
  const id = /^CREATE PROCEDURE ([^(]+)/.exec(sql)?.[1]?.replace(/\W+/g, '') ?? 'program';
  const begin = (id: string): string => `--rollback empty\n\n--changeset lockstep:${id}`;
  return `${begin(id)} splitStatements:false\n${sql}\n${begin(`${id}_call`)}`;
}
