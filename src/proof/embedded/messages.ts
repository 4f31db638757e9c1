import type { Answer } from './session.ts';

/** What the parent asks of the worker, one thing at a time. */
export type Request =
  /** `libraries`: to be loaded before anything is remembered, so that what uses them can be reset. */
  | { readonly kind: 'start'; readonly folder: string; readonly libraries: readonly string[] }
  | { readonly kind: 'run'; readonly sql: string; readonly elevated: boolean; readonly notices: boolean }
  | { readonly kind: 'mark' }
  /** Without a mark: to the state after the start, and the marks are forgotten. */
  | { readonly kind: 'restore'; readonly mark?: number }
  | { readonly kind: 'forget'; readonly mark: number };

export type Reply =
  | { readonly kind: 'started'; readonly version: string }
  | ({ readonly kind: 'answer'; readonly libraries: readonly string[] } & Answer)
  | { readonly kind: 'marked'; readonly mark: number }
  | { readonly kind: 'restored'; readonly done: boolean }
  | { readonly kind: 'failure'; readonly code: string; readonly message: string; readonly fatal: boolean };
