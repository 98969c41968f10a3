/**
 * Parameters as the OpenAPI document shows them. In an address everything is text, so a schema that takes a
 * number or a boolean from pages stands there as the text it takes from an address.
 *
 * In:     a parameter as it was made from the schema of the procedure
 * Out:    the same with description, example, and `required` where it stands in the path
 */
export interface Parameter {
  readonly in: 'query' | 'path';
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const AS_TEXT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  release: { type: 'string', pattern: '^(latest|[1-9][0-9]{0,5})$', default: 'latest' },
  limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
  geometry: { type: 'string', enum: ['true', 'false'], default: 'false' },
};

/** Only what is right in every jurisdiction: codes are those of its own lists. */
const EXAMPLES: Readonly<Record<string, string | number>> = {
  period: '2026-01..2026-03',
  status: 'open',
  outcome: 'resolved',
  release: 'latest',
  geometry: 'true',
  sort: '-waiting',
  limit: 100,
  id: 'resolution_hours_median',
  group_by: 'area,period',
  period_unit: 'month',
};

export function describedParameter(parameter: Parameter) {
  const { description, ...schema } = { ...parameter.schema, ...textOf(parameter) };
  const example = EXAMPLES[parameter.name];
  return {
    ...parameter,
    ...(parameter.in === 'path' && { required: true }),
    description,
    schema,
    ...(example !== undefined && { example }),
  };
}

function textOf({ name, schema }: Parameter) {
  const text = AS_TEXT[name];
  return text && { anyOf: undefined, ...text, description: schema['description'] };
}
