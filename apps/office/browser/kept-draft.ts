// What is typed into a registration, kept on this device (localStorage) until the server has it.

export interface KeptDraft {
  readonly id: string;
  /** Version on the server that this one goes on from; 0 = the server has none. */
  readonly version: number;
  /** The window that it was typed in: whoever goes on from it saves in its name. */
  readonly window: string;
  readonly at: number;
  readonly lines: number;
  readonly fields: readonly (readonly [string, string])[];
}

const prefix = (person: string) => `draft:${person}:`;
/** Fields that belong to the page, not to what was typed. */
const passing = ['csrf', 'do', 'draftVersion', 'draftWindow', 'id'];

export function fieldsOf(form: HTMLFormElement): (readonly [string, string])[] {
  const pairs = Array.from(new FormData(form)).map(([name, value]) => [name, String(value)] as const);
  return pairs.filter(([name, value]) => value !== '' && !passing.includes(name));
}

/** False where the device keeps nothing. */
export function keepDraft(person: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(prefix(person) + draft.id, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(person: string, id: string): KeptDraft | undefined {
  return read(prefix(person) + id);
}

/** The newest draft of a person on this device. */
export function newestDraft(person: string): KeptDraft | undefined {
  const mine = keys().filter((key) => key.startsWith(prefix(person)));
  return mine
    .flatMap((key) => read(key) ?? [])
    .sort((a, b) => b.at - a.at)
    .find(({ fields, lines }) => lines > 0 || fields.some(([name]) => name === 'caseNumber'));
}

/** Removes a draft, whoever kept it: it is registered, or not wanted any more. */
export function forgetDraft(id: string): void {
  for (const key of keys())
    if (key.startsWith('draft:') && key.endsWith(`:${id}`)) localStorage.removeItem(key);
}

function keys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): KeptDraft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as KeptDraft;
  } catch {
    return undefined;
  }
}
