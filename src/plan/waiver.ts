/**
 * A statement of a plan that a rule would stop, with the reason why it may run here: the file that holds it is checked as any other, and the reviewer
 * reads what makes it safe.
 */
export function waived(rules: string | readonly string[], reason: string, sql: string): string {
  return `-- lockstep-ignore ${[rules].flat().join(', ')}: ${reason.replace(/[\r\n]+/g, ' ')}\n${sql}`;
}
