import { addColumn } from './add-column.ts';
import { alterColumn } from './alter-column.ts';
import type { Case } from './case.ts';
import { constraint } from './constraint.ts';
import { typeChange } from './type-change.ts';

export const allCases: readonly Case[] = [...addColumn, ...alterColumn, ...constraint, ...typeChange];
