import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { checkstyleReport } from '../../../src/report/checkstyle.ts';
import { junitReport } from '../../../src/report/junit.ts';
import { noVerdictReport } from '../../../src/report/no-verdict.ts';
import { visible } from '../../../src/report/visible.ts';
import { analysisOf, fileWith } from '../fixture.ts';
import { context, hostile, judged } from './judged.ts';

/** What the readers of JUnit's XML agree on (Ant's, Jenkins's, GitLab's): nobody has published one schema for all of them. */
const junitSchema = schema(`
  <xs:simpleType name="text"><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
  <xs:complexType name="outcome"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="type" type="text" use="required"/><xs:attribute name="message" type="text" use="required"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence><xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence><xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:sequence>
          <xs:choice minOccurs="0">
            <xs:element name="skipped"><xs:complexType><xs:attribute name="message" type="text" use="required"/></xs:complexType></xs:element>
            <xs:element name="error" type="outcome"/>
            <xs:element name="failure" type="outcome"/>
          </xs:choice>
          <xs:element name="system-out" type="text" minOccurs="0"/>
        </xs:sequence>
        <xs:attribute name="name" type="text" use="required"/><xs:attribute name="classname" type="text" use="required"/>
      </xs:complexType></xs:element></xs:sequence>
      <xs:attribute name="name" type="text" use="required"/>
      ${['tests', 'failures', 'errors', 'skipped'].map((name) => `<xs:attribute name="${name}" type="xs:nonNegativeInteger" use="required"/>`).join('')}
    </xs:complexType></xs:element></xs:sequence>
    <xs:attribute name="name" type="text" use="required"/>
    ${['tests', 'failures', 'errors'].map((name) => `<xs:attribute name="${name}" type="xs:nonNegativeInteger" use="required"/>`).join('')}
  </xs:complexType></xs:element>`);

/** Checkstyle's own XMLLogger, which has no schema either. */
const checkstyleSchema = schema(`
  <xs:element name="checkstyle"><xs:complexType>
    <xs:sequence><xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence><xs:element name="error" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
        <xs:attribute name="column" type="xs:positiveInteger" use="required"/>
        <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
          <xs:enumeration value="error"/><xs:enumeration value="warning"/></xs:restriction></xs:simpleType></xs:attribute>
        <xs:attribute name="message" type="xs:string" use="required"/>
        <xs:attribute name="source" use="required"><xs:simpleType><xs:restriction base="xs:string">
          <xs:pattern value="lockstep\\.[a-z\\-]+"/></xs:restriction></xs:simpleType></xs:attribute>
      </xs:complexType></xs:element></xs:sequence>
      <xs:attribute name="name" type="xs:string" use="required"/>
    </xs:complexType></xs:element></xs:sequence>
    <xs:attribute name="version" type="xs:string" use="required"/>
  </xs:complexType></xs:element>`);

function schema(inside: string): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${inside}</xs:schema>`;
}

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Reads a document by a parser that takes nothing but well-formed XML 1.0, and holds it to a schema by another. */
async function read(xml: string, xsd: string): Promise<readonly Node[]> {
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [xsd] });
  expect(valid, JSON.stringify(errors)).toBe(true);
  const nodes: Node[] = [];
  const open: Node[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes, text: '' };
    nodes.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return nodes;
}

describe('hostile names arrive as text', () => {
  test('JUnit', async () => {
    const analysis = await hostile();
    const nodes = await read(junitReport(analysis, context), junitSchema);
    const suites = nodes.filter((each) => each.name === 'testsuite');
    expect(suites.map((each) => each.attributes.name)).toEqual(analysis.files.map((file) => shown(file.migration.path)));
    const texts = nodes.map((each) => each.text).join('\n');
    for (const file of analysis.files)
      for (const finding of file.findings)
        if (finding.suppressed === undefined && finding.severity === 'error') expect(texts).toContain(visible(finding.message));
    const cases = nodes.filter((each) => each.name === 'testcase').length;
    expect(nodes[0]?.attributes).toMatchObject({
      tests: String(cases),
      failures: String(nodes.filter((each) => each.name === 'failure').length),
      errors: String(nodes.filter((each) => each.name === 'error').length),
    });
    expect(nodes.filter((each) => each.name === 'skipped').map((each) => each.attributes.message)).toEqual([
      expect.stringContaining('drop-column is waived: </script><script>alert(1)</script>'),
    ]);
  });

  test('Checkstyle', async () => {
    const analysis = await hostile();
    const nodes = await read(checkstyleReport(analysis), checkstyleSchema);
    expect(nodes.filter((each) => each.name === 'file').map((each) => each.attributes.name)).toEqual(
      analysis.files.map((file) => shown(file.migration.path)),
    );
    const active = analysis.files.flatMap((file) => file.findings).filter((each) => each.suppressed === undefined);
    const errors = nodes.filter((each) => each.name === 'error');
    expect(errors.map((each) => each.attributes.source)).toEqual(active.map((each) => `lockstep.${each.rule}`));
    for (const [i, { message }] of active.entries()) expect(errors[i]?.attributes.message).toContain(visible(message));
  });
});

/** A path in an attribute: its line breaks stay, what XML cannot hold is shown. */
function shown(path: string): string {
  return path.split('\n').map(visible).join('\n');
}

describe('JUnit', () => {
  const outcomes = async (files: Readonly<Record<string, string>>, failOn: 'error' | 'warning' | 'never' = 'error') =>
    (await read(junitReport(await judged(files), { ...context, failOn }), junitSchema))
      .filter((each) => !each.name.startsWith('testsuite'))
      .map((each) => each.name);

  test('a test a statement: what reaches fail-on fails, what could not be read is an error, what is waived is skipped', async () => {
    expect(await outcomes({ 'm/1.sql': 'SELECT 1;\nALTER TABLE t DROP COLUMN a;\nALTER TABEL t;\n' })).toEqual([
      'testcase',
      'testcase',
      'failure',
      'system-out',
      'testcase',
      'error',
    ]);
    expect(
      await outcomes({ 'm/1.sql': '-- lockstep-ignore drop-column, missing-lock-timeout: gone\nALTER TABLE t DROP COLUMN a;\n' }),
    ).toEqual(['testcase', 'skipped']);
    const warned = { 'm/1.sql': 'ALTER TABLE t ADD COLUMN a int;\n' };
    expect(await outcomes(warned)).toEqual(['testcase', 'system-out']);
    expect(await outcomes(warned, 'warning')).toEqual(['testcase', 'failure']);
  });

  test('an empty file is a test too, and one that could not be decoded fails as one', async () => {
    expect(await outcomes({ 'm/1.sql': '' })).toEqual(['testcase']);
    const bytes = await judged({ 'm/1.sql': Buffer.from('SELECT 1;\n\xff', 'latin1') });
    expect(junitReport(bytes, context)).toContain('<testcase name="the file"');
  });

  test('a plan that has to be proved and is not fails', async () => {
    const { summary } = analysisOf([]);
    const report = junitReport(analysisOf([], { summary: { ...summary, unproved: 2 } }), context);
    expect((await read(report, junitSchema)).find((each) => each.name === 'failure')?.attributes.message).toBe('2 plans not proved');
    expect(junitReport(analysisOf([], { summary: { ...summary, unproved: 0 } }), context)).not.toContain('<failure');
  });
});

test('characters that XML 1.0 does not have', async () => {
  const path = 'm/\u0000\u0008\ufffe\uffff\ud800.sql';
  const analysis = analysisOf([fileWith(path, 'DROP x', [{ at: 'DROP', message: 'a\u0000b\u001bc' }])]);
  const [, file, error] = await read(checkstyleReport(analysis), checkstyleSchema);
  expect(file?.attributes.name).toBe('m/␀␈\ufffd\ufffd\\u{d800}.sql');
  expect(error?.attributes.message).toMatch(/^a␀b␛c /);
});

test('a run without a verdict is an error, not a document without findings', async () => {
  const reason = 'a<b>.sql: no & "such" file';
  const junit = await read(noVerdictReport('junit', reason) ?? '', junitSchema);
  const checkstyle = await read(noVerdictReport('checkstyle', reason) ?? '', checkstyleSchema);
  for (const nodes of [junit, checkstyle])
    expect(nodes.filter((each) => each.name === 'error').map((each) => each.attributes.message)).toEqual([
      `Lockstep could not judge: ${reason}`,
    ]);
});
