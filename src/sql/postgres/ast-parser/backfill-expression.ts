import type { Reader } from '../../statement.ts';
export const readExpression: Reader['readExpression'] = () => ({ refused: 'x' });
