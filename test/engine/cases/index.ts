import { addColumn } from './add-column.ts';
import type { Case } from './case.ts';

export const allCases: readonly Case[] = [...addColumn];
