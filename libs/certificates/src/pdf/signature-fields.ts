import type { CertificateContent } from '../domain/certificate-content.js';
import { Naming } from './format.js';
import { textString } from './pdfkit-internals.js';
import type { Reference, StructElement } from './pdfkit-internals.js';
import type { Sheet } from './sheet.js';

/** An empty signature field to be: its name in the form and what its box says. */
export type Field = {
  readonly name: string;
  readonly caption: string;
  readonly agency: { zh: string; en: string };
  /** Approvers by name; the issuer's seal stands for the agency. */
  readonly people: string;
  readonly issuer: boolean;
};

/**
 * `Issuer` first (it certifies), then `Agency_<code>` for each approving agency in order of approval. A partial field
 * name holds no period (ISO 32000-1, 12.7.3.2); files drawn before say `Agency.<code>`, and are checked alike.
 */
export function fieldsOf(content: CertificateContent): Field[] {
  const naming = new Naming(content);
  const issuer: Field = {
    name: 'Issuer',
    caption: '签发机关印章 Issuer seal',
    agency: naming.agency(content.agency),
    people: '',
    issuer: true,
  };
  const codes = [...new Set(content.approvals.map((approval) => approval.agency))];
  const agencies = codes.map((code) => ({
    name: `Agency_${code}`,
    caption: '审批机关签章 Approving agency',
    agency: naming.agency(code),
    people: content.approvals
      .filter((approval) => approval.agency === code)
      .map((by) => by.person)
      .join('、'),
    issuer: false,
  }));
  return [issuer, ...agencies];
}

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Places one empty field with its widget on the current page and gives the field: printed and locked
 * (F 132), with an empty appearance of its own, so that signing changes no pixel. Its Form element holds
 * the OBJR dictionary itself, not an array of one: strict validators take the difference for a structure
 * change made after signing.
 */
export function placeField(sheet: Sheet, parent: StructElement, at: { field: Field; area: Area }): Reference {
  const { internals } = sheet;
  const { x, y, width, height } = at.area;
  const description = `${at.field.caption}: ${at.field.agency.zh} ${at.field.agency.en}`;
  const element = sheet.open('Form', parent, { alt: description });
  holdObjectItself(element.dictionary);
  internals.annotate(x, y, width, height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: textString(at.field.name),
    TU: textString(description),
    F: 132,
    AP: { N: emptyAppearance(sheet, width, height) },
    P: internals.page.dictionary,
    structParent: element,
  });
  element.end();
  return internals.page.annotations.at(-1)!;
}

function emptyAppearance(sheet: Sheet, width: number, height: number): Reference {
  const box = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} };
  const appearance = sheet.internals.ref(box);
  appearance.write('');
  appearance.end();
  return appearance;
}

function holdObjectItself(dictionary: Reference): void {
  const write = dictionary.end.bind(dictionary);
  dictionary.end = () => {
    dictionary.data['K'] = (dictionary.data['K'] as unknown[])[0];
    write();
  };
}
