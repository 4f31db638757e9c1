import type { QualifiedName } from '../../operation/name.ts';
import type { Span } from '../../text/span.ts';

/** What every action of one ALTER TABLE says. */
export interface OnTable {
  readonly span: Span;
  readonly table: QualifiedName;
  readonly ifExists?: true;
}
