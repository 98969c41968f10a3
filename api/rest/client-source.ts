/**
 * A client in one file of TypeScript without dependencies, made from the OpenAPI document of the portal, which is
 * made from the router's schemas: whoever takes it has the types of what this portal answers.
 *
 * In:     the OpenAPI document
 * Out:    TypeScript (erasable syntax): runs as it is in Node, Deno and Bun, and in any bundler
 */
import { commented, isSchema, member, type Schema, typeOf } from './type-source.ts';

interface Operation {
  readonly path: string;
  readonly group: string;
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly Schema[];
  readonly answer: Schema;
}

export function clientSource(document: string): string {
  const parsed: unknown = JSON.parse(document);
  const operations = operationsOf(parsed);
  const schemas = Object.entries(at(parsed, 'components', 'schemas'));
  const base = textAt(at(parsed, 'servers', '0'), 'url');
  const groups = [...new Set(operations.map(({ group }) => group))];
  return [
    `/**\n * ${commented(textAt(at(parsed, 'info'), 'title'))}, version ${textAt(at(parsed, 'info'), 'version')}: a client without dependencies.\n * Described at ${base}/openapi.json; this file is made from it.\n */`,
    ...schemas.map(([name, schema]) => declared(name, isSchema(schema) ? schema : {})),
    ...operations.flatMap((operation) => [
      declared(`${typeName(operation)}Answer`, operation.answer),
      parametersOf(operation),
    ]),
    MACHINERY,
    `/** Asks a portal. Refusals are thrown as \`PortalProblem\`; \`each\` goes through all pages of a list. */
export function portalClient(options: ClientOptions = {}) {
  const ask = asker({ base: '${base}', ...options });
  return {
${groups.map((group) => `    ${group}: {\n${operations.flatMap((operation) => (operation.group === group ? [method(operation)] : [])).join('')}    },\n`).join('')}  };
}`,
    '',
  ].join('\n\n');
}

const MACHINERY = `export interface ClientOptions {
  /** Address of the API, without a slash at the end */
  readonly base?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** A refusal: its status, what is wrong in words, and each bad parameter with what is allowed. */
export class PortalProblem extends Error {
  readonly problem: Problem;
  /** seconds to wait before asking again; null: asking again does not help */
  readonly retry_after_seconds: number | null;
  constructor(problem: Problem, retry_after_seconds: number | null) {
    super(problem.detail);
    this.name = 'PortalProblem';
    this.problem = problem;
    this.retry_after_seconds = retry_after_seconds;
  }
}

type Asked = Readonly<Record<string, string | number | boolean | null | undefined>>;

function asker({ base, fetch = globalThis.fetch }: ClientOptions) {
  return async <Answer>(path: string, parameters: object): Promise<Answer> => {
    const given: Asked = { ...parameters };
    const query = new URLSearchParams();
    let address = path;
    for (const [name, value] of Object.entries(given)) {
      if (value === undefined || value === null) continue;
      if (path.includes(\`{\${name}}\`)) address = address.replace(\`{\${name}}\`, encodeURIComponent(value));
      else query.set(name, String(value));
    }
    const response = await fetch(\`\${base}\${address}\${query.size > 0 ? \`?\${query}\` : ''}\`);
    if (response.ok) return response.json();
    const wait = response.headers.get('retry-after');
    const problem: Problem = await response
      .json()
      .catch(() => ({ type: 'about:blank', title: '', status: response.status, detail: response.statusText }));
    throw new PortalProblem(problem, wait === null ? null : Number(wait));
  };
}

async function* everyPage<Row, Parameters extends object>(
  list: (parameters: Parameters & { readonly cursor?: string }) => Promise<{ readonly data: readonly Row[]; readonly next: string | null }>,
  parameters: Parameters,
): AsyncGenerator<Row, void, undefined> {
  let cursor: string | null | undefined;
  do {
    const page = await list(cursor ? { ...parameters, cursor } : parameters);
    yield* page.data;
    cursor = page.next;
  } while (cursor);
}`;

function operationsOf(document: unknown): readonly Operation[] {
  return Object.entries(at(document, 'paths')).map(([path, item]) => {
    const get = at(item, 'get');
    const [group = '', name = ''] = textAt(get, 'operationId').split('-');
    const parameters = get['parameters'];
    return {
      path,
      group,
      name,
      summary: textAt(get, 'summary'),
      parameters: Array.isArray(parameters) ? parameters.filter(isSchema) : [],
      answer: at(get, 'responses', '200', 'content', 'application/json', 'schema'),
    };
  });
}

const typeName = ({ group, name }: Operation): string => capital(group) + capital(name);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const isRequired = (parameter: Schema): boolean => parameter['required'] === true;

function declared(name: string, schema: Schema): string {
  const { description, ...rest } = schema;
  const comment = typeof description === 'string' ? `/** ${commented(description)} */\n` : '';
  return `${comment}export type ${name} = ${typeOf(rest)};`;
}

function parametersOf(operation: Operation): string {
  const members = operation.parameters.map((parameter) => {
    const schema = { ...at(parameter, 'schema'), description: parameter['description'] };
    return member(textAt(parameter, 'name'), schema, isRequired(parameter), '  ');
  });
  return `export interface ${typeName(operation)}Parameters {\n${members.join('')}}`;
}

function method(operation: Operation): string {
  const type = typeName(operation);
  const optional = operation.parameters.some(isRequired) ? '' : ' = {}';
  const comment = `      /** ${commented(operation.summary)} */\n`;
  const one = `${comment}      ${operation.name}: (parameters: ${type}Parameters${optional}) => ask<${type}Answer>('${operation.path}', parameters),\n`;
  if (!operation.parameters.some((parameter) => parameter['name'] === 'cursor')) return one;
  return `${one}      /** The same, row by row through all pages */\n      ${operation.name === 'list' ? 'each' : `each_${operation.name}`}: (parameters: Omit<${type}Parameters, 'cursor'>${optional}) =>
        everyPage((asked: ${type}Parameters) => ask<${type}Answer>('${operation.path}', asked), parameters),\n`;
}

/** What stands there in a document that was just made; nothing where there is nothing. */
function at(value: unknown, ...path: readonly string[]): Schema {
  let here = value;
  for (const key of path) {
    if (Array.isArray(here)) here = here[Number(key)];
    else here = isSchema(here) ? here[key] : undefined;
  }
  return isSchema(here) ? here : {};
}

function textAt(value: Schema, key: string): string {
  const text = value[key];
  return typeof text === 'string' ? text : '';
}
