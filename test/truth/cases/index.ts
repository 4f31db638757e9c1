import { addColumn } from './add-column.ts';
import { alterColumn } from './alter-column.ts';
import type { Case } from './case.ts';
import { cast } from './cast.ts';
import { constraint } from './constraint.ts';
import { createIndex } from './create-index.ts';
import { data } from './data.ts';
import { domain } from './domain.ts';
import { found } from './found.ts';
import { name } from './name.ts';
import { outside } from './outside.ts';
import { partition } from './partition.ts';
import { passes } from './passes.ts';
import { program } from './program.ts';
import { refusal } from './refusal.ts';
import { setting } from './setting.ts';
import { ofSynopsis } from './synopsis.ts';
import { table } from './table.ts';
import { tablespace } from './tablespace.ts';
import { together } from './together.ts';
import { typeChange, typeMatrix } from './type-change.ts';
import { usedColumn } from './used-column.ts';

export { typeMatrix };

export const allCases: readonly Case[] = [
  ...addColumn,
  ...alterColumn,
  ...constraint,
  ...createIndex,
  ...table,
  ...partition,
  ...passes,
  ...domain,
  ...program,
  ...refusal,
  ...data,
  ...outside,
  ...tablespace,
  ...typeChange,
  ...cast,
  ...found,
  ...ofSynopsis,
  ...name,
  ...setting,
  ...together,
  ...usedColumn,
];

/** Those that nobody picked one by one: every pair of some statements and some surroundings. */
export const combinedCases: readonly Case[] = [...cast, ...name, ...setting, ...together, ...usedColumn];

export const everyCase: readonly Case[] = [...allCases, ...Object.values(typeMatrix).flat()];
