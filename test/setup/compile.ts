/**
 * TypeScript that a portal hands out, compiled as its users would.
 *
 * In:     sources by their names
 * Out:    what the compiler complains of; the module itself
 */
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../db/config.ts';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

export function complaintsOf(files: Readonly<Record<string, string>>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists, getSourceFile } = host;
  host.getDefaultLibLocation = () => path.join(projectRoot, 'node_modules/typescript/lib');
  host.readFile = (name) => files[name] ?? readFile.call(host, name);
  host.fileExists = (name) => name in files || fileExists.call(host, name);
  host.getSourceFile = (name, language, ...rest) => {
    const own = files[name];
    return own === undefined
      ? getSourceFile.call(host, name, language, ...rest)
      : ts.createSourceFile(name, own, language);
  };
  const program = ts.createProgram(Object.keys(files), OPTIONS, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

/** The types of `Module` are what the test goes on with; the source is compiled on its own. */
export async function compiledModule<Module>(source: string): Promise<Module> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}
