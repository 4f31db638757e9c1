import { readdirSync, readFileSync } from 'node:fs';
import { type ValidationState, validateAction, validateWorkflow } from '@action-validator/core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { defaultConfig } from '../src/config/config.ts';

/** What surrounds the code: how it is built, released and reported on. */
const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => [name, read(`.github/workflows/${name}`)] as const);

// The validator's schemas are of 2024: they do not know the runtime that GitHub has since made the only one, nor one permission.
const ofThatTime = (text: string): string => text.replace('using: node24', 'using: node20').replace(/^ +attestations: write.*\n/m, '');

const errors = ({ errors }: ValidationState): unknown => errors;

test('action.yml is one', () => {
  expect(errors(validateAction(ofThatTime(read('action.yml'))))).toEqual([]);
  expect(errors(validateAction(ofThatTime(read('action.yml')).replace('main:', 'mian:')))).not.toEqual([]);
});

describe.each(workflows)('the workflow %s', (_, text) => {
  const { permissions, jobs } = parse(text) as {
    permissions: unknown;
    jobs: Record<string, { 'timeout-minutes'?: number; steps: { run?: string; uses?: string; with?: Record<string, unknown> }[] }>;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('is one', () => {
    expect(errors(validateWorkflow(ofThatTime(text)))).toEqual([]);
    expect(errors(validateWorkflow(ofThatTime(text).replace('runs-on:', 'run-on:')))).not.toEqual([]);
  });

  test('pins actions by commit, and says which version that is', () => {
    for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) expect(line).toMatch(/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('starts from reading, leaves no token behind, and ends', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
    for (const step of steps) if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false);
  });

  test('puts nothing of others into a script', () => {
    for (const { run = '' } of steps) expect(run).not.toContain(`$${'{{'}`);
  });
});

test('every issue form asks for something, under names of its own', () => {
  const names = readdirSync(new URL('.github/ISSUE_TEMPLATE/', root)).filter((name) => name !== 'config.yml');
  for (const name of names) {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String), body: expect.any(Array) });
    const ids = form.body.map((each: { id: string }) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes } of form.body) {
      expect(['input', 'textarea']).toContain(type);
      expect(attributes.label).toEqual(expect.any(String));
    }
  }
});

test('pre-commit looks where check does', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'));
  expect(hook).toMatchObject({ id: 'lockstep', language: 'script', entry: 'dist/cli.js check --no-proof', types: ['sql'] });
  const files = new RegExp(hook.files);
  for (const glob of defaultConfig.migrations)
    for (const under of ['', 'apps/shop/'])
      expect(files.test(glob.replace('**/', under).replace('**', 'public').replace('*', '1'))).toBe(true);
  for (const path of ['seeds/1.sql', 'my_migrations/1.sql', 'migrations.sql']) expect(files.test(path)).toBe(false);
});
