import type { About } from '../database.ts';
import type { Answer } from './session.ts';

/** What the parent asks of the worker, one thing at a time. */
export type Request =
  /** `libraries`: to be loaded before anything is remembered, so that what uses them can be reset. */
  | { readonly kind: 'start'; readonly folder: string; readonly libraries: readonly string[] }
  | { readonly kind: 'run'; readonly statements: readonly Statement[]; readonly notices: boolean }
  | { readonly kind: 'mark' }
  /** Without a mark: to the state after the start, and the marks are forgotten. */
  | { readonly kind: 'restore'; readonly mark?: number }
  | { readonly kind: 'forget'; readonly mark: number };

export interface Statement {
  readonly sql: string;
  readonly elevated: boolean;
}

export type Reply =
  | { readonly kind: 'started'; readonly version: string }
  /** `refusal`: what the statement behind the last answer was refused for. */
  | {
      readonly kind: 'answers';
      readonly answers: readonly Answer[];
      readonly refusal?: { readonly code: string; readonly message: string; readonly about: About };
      readonly libraries: readonly string[];
    }
  | { readonly kind: 'marked'; readonly mark: number }
  | { readonly kind: 'restored'; readonly done: boolean }
  | { readonly kind: 'failure'; readonly code: string; readonly message: string; readonly fatal: boolean };
