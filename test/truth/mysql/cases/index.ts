import type { Case } from '../case.ts';
import { addColumn } from './add-column.ts';
import { changeColumn } from './change-column.ts';
import { circumstance } from './circumstance.ts';
import { constraint } from './constraint.ts';
import { createTable } from './create-table.ts';
import { daily } from './daily.ts';
import { grammar } from './grammar.ts';
import { indexChange } from './index-change.ts';
import { limit } from './limit.ts';
import { mixed } from './mixed.ts';
import { partition } from './partition.ts';
import { pointedKey } from './pointed-key.ts';
import { setting } from './setting.ts';
import { several } from './several.ts';
import { tableChange } from './table-change.ts';
import { together } from './together.ts';

export const everyCase: readonly Case[] = [
  ...addColumn,
  ...changeColumn,
  ...indexChange,
  ...constraint,
  ...tableChange,
  ...partition,
  ...circumstance,
  ...together,
  ...setting,
  ...limit,
  ...grammar,
  ...several,
  ...pointedKey,
  ...createTable,
  ...mixed,
  ...daily,
];
