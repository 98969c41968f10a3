/**
 * JSON schemas as TypeScript: enough for what zod writes of this API, and no more.
 *
 * In:     a schema of the OpenAPI document
 * Out:    the type as source text, descriptions as comments
 * Errors: TypeError for a schema that it does not know, so that nothing becomes `any`
 */
export type Schema = Readonly<Record<string, unknown>>;

export function typeOf(schema: Schema, indent = ''): string {
  const { $ref, type } = schema;
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1);
  const choices = listOf(schema['anyOf']) ?? listOf(schema['oneOf']);
  if (choices) return [...new Set(choices.map((choice) => typeOf(choice, indent)))].join(' | ');
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => literal(value)).join(' | ');
  if ('const' in schema) return literal(schema['const']);
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one }, indent)).join(' | ');
  if (type === 'array') {
    const items = typeOf(isSchema(schema['items']) ? schema['items'] : {}, indent);
    return items.includes('|') ? `readonly (${items})[]` : `readonly ${items}[]`;
  }
  if (type === 'object') return objectType(schema, indent);
  const simple = typeof type === 'string' ? SIMPLE[type] : undefined;
  if (simple !== undefined) return simple;
  if (Object.keys(schema).every((key) => key === 'description')) return 'unknown';
  throw new TypeError('a schema that has no TypeScript type here');
}

const SIMPLE: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

function objectType(schema: Schema, indent: string): string {
  const { properties, additionalProperties } = schema;
  if (!isSchema(properties))
    return `Readonly<Record<string, ${isSchema(additionalProperties) ? typeOf(additionalProperties, indent) : 'unknown'}>>`;
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const lines = Object.entries(properties).map(([name, property]) =>
    member(name, isSchema(property) ? property : {}, required.includes(name), `${indent}  `),
  );
  return `{\n${lines.join('')}${indent}}`;
}

export function member(name: string, schema: Schema, required: boolean, indent: string): string {
  const { description } = schema;
  const comment = typeof description === 'string' ? `${indent}/** ${commented(description)} */\n` : '';
  return `${comment}${indent}readonly ${name}${required ? '' : '?'}: ${typeOf(schema, indent)};\n`;
}

/** A text that cannot end its comment. */
export function commented(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ');
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : JSON.stringify(value);
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Schema[] | null {
  return Array.isArray(value) ? value.filter(isSchema) : null;
}
