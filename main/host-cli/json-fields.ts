import { Failure } from './command.ts';

/** A JSON object from outside, read field by field; what is wrong is named in words. */
export class JsonFields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;

  /** @throws Failure BAD_INPUT when `value` is no object */
  constructor(value: unknown, path = '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Failure('BAD_INPUT', path === '' ? 'That is no JSON object.' : `"${path}" is no JSON object.`);
    this.#fields = value as Readonly<Record<string, unknown>>;
    this.#path = path;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined && this.#fields[name] !== null;
  }

  raw(name: string): unknown {
    return this.#fields[name];
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (typeof value === 'string') return value;
    throw this.#wrong(name, value === undefined ? 'is missing' : 'is no text');
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined;
    throw this.#wrong(name, 'is neither true nor false');
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null || typeof value === 'number') return value ?? undefined;
    throw this.#wrong(name, 'is no number');
  }

  optionalTexts(name: string): string[] | undefined {
    return this.#list(name)?.map((value, at) => {
      if (typeof value === 'string') return value;
      throw this.#wrong(`${name}.${at}`, 'is no text');
    });
  }

  objects(name: string): JsonFields[] {
    return (this.#list(name) ?? []).map((value, at) => new JsonFields(value, this.nameOf(`${name}.${at}`)));
  }

  /** What a field is called in a sentence, with the objects it lies in. */
  nameOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #list(name: string): unknown[] | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (Array.isArray(value)) return value;
    throw this.#wrong(name, 'is no list');
  }

  #wrong(name: string, what: string): Failure {
    return new Failure('BAD_INPUT', `"${this.nameOf(name)}" ${what}.`);
  }
}
