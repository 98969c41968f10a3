/**
 * JSON with the line on which each value stands, so that a fault can be pointed at.
 *
 * In:     the text; how deep positions are wanted (coordinates lie deeper and are many)
 * Out:    the value; `lineOf(path)`, from 1: the line of the value there, or of what encloses it;
 *         keys that an object has twice, which JSON.parse lets pass
 * Errors: JsonSyntaxError with the line
 */
export class JsonSyntaxError extends Error {
  override name = 'JsonSyntaxError';
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

export interface LocatedJson {
  readonly value: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly repeated: readonly { readonly line: number; readonly key: string }[];
}

interface Frame {
  readonly path: readonly PropertyKey[];
  readonly isArray: boolean;
  /** the key or index that the next value has */
  at: PropertyKey;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\n/g;

export function parseLocated(text: string, depth = 5): LocatedJson {
  const value = parse(text);
  const lines = new Map<string, number>();
  const repeated: { line: number; key: string }[] = [];
  const stack: Frame[] = [];
  let line = 1;
  let isKey = false;
  for (const [lexeme] of text.matchAll(token)) {
    const top = stack.at(-1);
    if (lexeme === '\n') line++;
    else if (lexeme === ',') {
      if (top?.isArray) top.at = Number(top.at) + 1;
      else isKey = true;
    } else if (lexeme === ':') isKey = false;
    else if (lexeme === '}' || lexeme === ']') {
      stack.pop();
      isKey = false;
    } else if (isKey && top) {
      top.at = String(JSON.parse(lexeme));
      const path = [...top.path, top.at];
      if (lines.has(pathKey(path))) repeated.push({ line, key: String(top.at) });
      if (path.length <= depth) lines.set(pathKey(path), line);
    } else {
      const path = top ? [...top.path, top.at] : [];
      if (path.length <= depth && !lines.has(pathKey(path))) lines.set(pathKey(path), line);
      if (lexeme === '{' || lexeme === '[') {
        stack.push({ path, isArray: lexeme === '[', at: 0 });
        isKey = lexeme === '{';
      }
    }
  }
  const lineOf = (path: readonly PropertyKey[]): number =>
    lines.get(pathKey(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
  return { value, lineOf, repeated };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unreadable';
    const line = /\(line (\d+) column \d+\)/.exec(message)?.[1];
    throw new JsonSyntaxError(
      line ? Number(line) : text.trimEnd().split('\n').length,
      message.replace(/ in JSON at position .*$/s, ''),
    );
  }
}

const pathKey = (path: readonly PropertyKey[]) => JSON.stringify(path.map(String));
