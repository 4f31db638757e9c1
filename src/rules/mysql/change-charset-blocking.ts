import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'change-charset-blocking',
  title: 'Converting a table or a column to another character set writes every row anew while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['convert-character-set', 'redefine-column'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingBy('change-charset-blocking', judged);
    if (blocking.length === 0) return;
    const what =
      operation.kind === 'convert-character-set'
        ? `${shown(judged, operation.table)} to ${operation.characterSet}`
        : `${shown(judged, operation.table)}.${named(judged, operation.column)} to ${operation.definition.type.characterSet}`;
    judged.report(
      `Converting ${what}: ${impact(judged, blocking)}.`,
      `Convert it by ${copyOnline}. A default for new columns alone (ALTER TABLE … DEFAULT CHARACTER SET) touches no row.`,
    );
  },
});
