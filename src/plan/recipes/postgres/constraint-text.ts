import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { lex, quotedName, word } from '../../../sql/postgres/lexer.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { isWord } from '../../../sql/postgres/split.ts';

/** A constraint's text without the author's `CONSTRAINT name` before it. */
export function body(definition: ConstraintDefinition): string {
  const { tokens } = lex(definition.text);
  // CONSTRAINT, the name, then what it is. A name that PostgreSQL made up is not in the text.
  return isWord(definition.text, tokens, 0, 'constraint') ? definition.text.slice(tokens.starts[2] ?? 0) : definition.text;
}

/** An inline constraint of a column as a table constraint: REFERENCES and UNIQUE read differently there. */
export function tableBody(definition: ConstraintDefinition, column: string): string {
  const text = body(definition);
  const [unique, columns] = /^unique(?:\s+nulls\s+(?:not\s+)?distinct)?(\s*\()?/i.exec(text) ?? [];
  if (unique !== undefined && columns === undefined) return `${unique} (${quoteIdentifier(column)})${text.slice(unique.length)}`;
  return definition.type === 'foreign-key' && /^references\b/i.test(text) ? `FOREIGN KEY (${quoteIdentifier(column)}) ${text}` : text;
}

/** `DEFERRABLE INITIALLY DEFERRED`, as far as the constraint has it, with a space before it. */
export function deferrable(definition: ConstraintDefinition): string {
  return `${definition.deferrable ? ' DEFERRABLE' : ''}${definition.initiallyDeferred ? ' INITIALLY DEFERRED' : ''}`;
}

/** A foreign key as the catalog holds it, between other columns perhaps. `references` as SQL names the table. */
export function foreignKey(
  definition: Extract<ConstraintDefinition, { type: 'foreign-key' }>,
  columns: readonly string[],
  references: string,
  referencedColumns: readonly string[],
): string {
  const list = (names: readonly string[]): string => names.map((each) => quoteIdentifier(each)).join(', ');
  const { match, onDelete, onUpdate } = definition;
  const renamed = new Map(definition.columns.map((each, i) => [each, columns[i] as string]));
  const set = setColumns(definition.text).map((each) => renamed.get(each) ?? each);
  return [
    `FOREIGN KEY (${list(columns)}) REFERENCES ${references} (${list(referencedColumns)})`,
    match === 'simple' ? '' : ` MATCH ${match.toUpperCase()}`,
    onDelete === 'no action' ? '' : ` ON DELETE ${onDelete.toUpperCase()}${set.length === 0 ? '' : ` (${list(set)})`}`,
    onUpdate === 'no action' ? '' : ` ON UPDATE ${onUpdate.toUpperCase()}`,
    deferrable(definition),
  ].join('');
}

/** The columns in `ON DELETE SET NULL (a, b)`, PostgreSQL 15: the others keep their values. */
function setColumns(text: string): readonly string[] {
  const { tokens } = lex(text);
  const at = tokens.kinds.findIndex(
    (_, i) =>
      isWord(text, tokens, i, 'set') &&
      (isWord(text, tokens, i + 1, 'null') || isWord(text, tokens, i + 1, 'default')) &&
      text.slice(tokens.starts[i + 2], tokens.ends[i + 2]) === '(',
  );
  if (at === -1) return [];
  const columns: string[] = [];
  for (let i = at + 3; i < tokens.kinds.length; i++) {
    const written = text.slice(tokens.starts[i], tokens.ends[i]);
    if (written === ')') break;
    if (tokens.kinds[i] === word) columns.push(written.toLowerCase());
    else if (tokens.kinds[i] === quotedName) columns.push(written.slice(1, -1).replaceAll('""', '"'));
  }
  return columns;
}
