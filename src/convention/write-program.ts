import type { FileContent } from './convention.ts';
import { splitPath, withoutExtension } from './split.ts';

/** How a tool's programs are written. */
export interface ProgramForm {
  /** The lines before it, in TypeScript and in modules. */
  readonly imports: (language: Language) => readonly string[];
  /** The parameter of its functions, in TypeScript with its type. */
  readonly parameter: { readonly name: string; readonly type?: string };
  /** The statement that sends SQL, which is given as a template. */
  send(template: string): string;
  /** What a program says that runs outside of a transaction: a statement at the beginning of its functions, or what stands behind them. */
  readonly unwrapped: { readonly inside?: string; readonly outside?: (language: Language) => string };
  /** Functions that are exported, or the methods of a class: its head without the name, and lines of its body. */
  readonly class?: { readonly heritage: (language: Language) => string; readonly body?: (name: string) => readonly string[] };
  escapeSql?(sql: string): string;
}

export interface Language {
  readonly typed: boolean;
  /** `export`, and not `module.exports`. */
  readonly module: boolean;
}

/** SQL as a template of TypeScript and JavaScript. */
export function templateOf(sql: string, escapeSql: (sql: string) => string = (same) => same): string {
  const text = escapeSql(sql).replace(/[\\`]|\$(?=\{)/g, '\\$&');
  return `\`${text}\``;
}

/** A comment of SQL as one of a program. */
export function commentOf(line: string): string {
  return line.replace(/^--/, '//');
}

/** A new migration in the form of the tool, in the language of the author's. */
export function program(content: FileContent, form: ProgramForm): string {
  const { head, up, down, unwrapped, like, path = '' } = content;
  const language = languageOf(like?.path ?? path, like?.text ?? '');
  const quote = /^\s*import\b[^'"\n]*"/m.test(like?.text ?? '') ? '"' : "'";
  const inside = unwrapped && form.unwrapped.inside !== undefined ? [form.unwrapped.inside] : [];
  const bodies = {
    up: [...inside, ...up.flatMap((each) => sent(each, form))],
    down: [...inside, ...down.flatMap((each) => sent(each, form))],
  };
  const outside = unwrapped ? form.unwrapped.outside?.(language) : undefined;
  const blocks = form.class === undefined ? functions(bodies, form, language, outside) : methods(bodies, form, language, path, outside);
  const imports = form.imports(language).map((line) => line.replaceAll("'", quote));
  const comments = head.split('\n').map(commentOf);
  return `${[...(imports.length > 0 ? [imports.join('\n')] : []), [...comments, ...blocks.slice(0, 1)].join('\n'), ...blocks.slice(1)].join('\n\n')}\n`;
}

type Bodies = Readonly<Record<'up' | 'down', readonly string[]>>;

function functions(bodies: Bodies, { parameter }: ProgramForm, language: Language, outside: string | undefined): readonly string[] {
  const { typed, module } = language;
  const signature = typed && parameter.type !== undefined ? `${parameter.name}: ${parameter.type}` : parameter.name;
  const made = (['up', 'down'] as const).map((name) => {
    const body = indented(bodies[name], '  ');
    const start = module
      ? `export async function ${name}(${signature})${typed ? ': Promise<void>' : ''} {`
      : `exports.${name} = async (${signature}) => {`;
    return [start, ...body, module ? '}' : '};'].join('\n');
  });
  return [...made, ...(outside === undefined ? [] : [outside])];
}

function methods(bodies: Bodies, form: ProgramForm, language: Language, path: string, outside: string | undefined): readonly string[] {
  const { typed, module } = language;
  const { parameter } = form;
  const name = classNameOf(path);
  const signature =
    parameter.name === '' ? '' : typed && parameter.type !== undefined ? `${parameter.name}: ${parameter.type}` : parameter.name;
  const made = (['up', 'down'] as const).map((way) =>
    [`  async ${way}(${signature})${typed ? ': Promise<void>' : ''} {`, ...indented(bodies[way], '    '), '  }'].join('\n'),
  );
  const body = [...(form.class?.body?.(name) ?? []), ...(outside === undefined ? [] : [outside])].map((line) => `  ${line}`);
  const start = `${module ? 'export class' : 'module.exports = class'} ${name}${form.class?.heritage(language) ?? ''} {`;
  return [[start, [...(body.length > 0 ? [body.join('\n')] : []), ...made].join('\n\n'), module ? '}' : '};'].join('\n')];
}

/** One statement with its comments. */
function sent(text: string, form: ProgramForm): readonly string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('--'));
  if (first === -1) return lines.map(commentOf);
  return [...lines.slice(0, first).map(commentOf), form.send(templateOf(lines.slice(first).join('\n'), form.escapeSql))];
}

/** What a template holds stays as it is. */
function indented(lines: readonly string[], indent: string): readonly string[] {
  return lines.map((line) => indent + line);
}

function languageOf(path: string, text: string): Language {
  const typed = /\.[cm]?ts$/i.test(path);
  return { typed, module: typed || /\.mjs$/i.test(path) || /^\s*(?:export|import)\b/m.test(text) };
}

/** `1700000000001_expand-2.ts` → `Expand21700000000001`, as TypeORM wants it: with the time at its end. `Migration20240101000000_2_expand` stays. */
function classNameOf(path: string): string {
  const name = withoutExtension(splitPath(path).name);
  const [, digits = '', rest = name] = /^(\d+)[-_.]*(.*)$/.exec(name) ?? [];
  const words = rest
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(/^Migration/.test(rest) ? '_' : '');
  return `${words === '' ? 'Migration' : words}${digits}`;
}
