/**
 * Syntax and interfaces of a built script against the floor. An interface that is asked for before it is used
 * (`typeof X`, `if (x.name)`, `x.name?.()`, `'name' in x`) counts as having a fallback.
 */
import { parse } from 'acorn';
import { ancestor } from 'acorn-walk';
import { ECMA_VERSION, lackedBy, mdn } from './floor.mjs';

/** WebGL extensions are there only for who asks getExtension for them. */
const BY_REQUEST = /^(ANGLE|EXT|KHR|OES|OVR|WEBGL)_/;

/** Every name of MDN's data that a script can reach: globals, `X.static`, and members by bare name. */
function readNames() {
  const globals = new Map();
  const statics = new Map();
  const members = new Map();
  const add = (map, key, compat) => {
    const lacked = lackedBy(compat);
    // A name counts as new only if it is new wherever it occurs.
    if (!map.has(key)) map.set(key, lacked);
    else if (lacked.length === 0) map.set(key, lacked);
  };
  const hidden = /^(__|@@)|_(event|description|permission|support)$/;
  for (const [area, interfaces] of [
    ['builtins', mdn.javascript.builtins],
    ['wasm', mdn.webassembly.api],
    ['api', mdn.api],
  ]) {
    for (const [name, body] of Object.entries(interfaces)) {
      if (hidden.test(name) || BY_REQUEST.test(name)) continue;
      const isGlobalFunction = area === 'builtins' || /^[a-z]/.test(name) || body.__compat !== undefined;
      if (isGlobalFunction) add(globals, name, body.__compat);
      for (const [key, entry] of Object.entries(body)) {
        if (hidden.test(key) || key === name || !entry.__compat || entry.__compat.status?.deprecated) continue;
        const own = key.replace(/_static$/, '');
        const namespace = /^(Math|JSON|Atomics|Reflect|Intl|console)$/.test(name);
        const isStatic =
          key.endsWith('_static') || namespace || (area === 'builtins' && STATIC_BUILTINS[name]?.has(own));
        if (isStatic) add(statics, `${name}.${own}`, entry.__compat);
        // Also by its bare name: `self.URL.createObjectURL` is no member of anything newer.
        if (!isStatic || lackedBy(entry.__compat).length === 0) add(members, own, entry.__compat);
      }
    }
  }
  return { globals, statics, members };
}

/** MDN lists built-in statics beside the methods of instances; the engine that runs this knows which is which. */
const STATIC_BUILTINS = Object.fromEntries(
  Object.keys(mdn.javascript.builtins).map((name) => {
    const holder = globalThis[name];
    const newer = {
      Array: ['fromAsync'],
      Promise: ['withResolvers', 'try'],
      Object: ['groupBy'],
      Map: ['groupBy'],
      RegExp: ['escape'],
    };
    return [name, new Set([...(holder ? Object.getOwnPropertyNames(holder) : []), ...(newer[name] ?? [])])];
  }),
);

const NAMES = readNames();

function parseAny(text) {
  const options = { ecmaVersion: ECMA_VERSION, allowHashBang: true, locations: true };
  try {
    return parse(text, { ...options, sourceType: 'module' });
  } catch (asModule) {
    try {
      return parse(text, { ...options, sourceType: 'script' });
    } catch {
      throw asModule;
    }
  }
}

/** Is this place a question whether the thing exists, rather than a use of it? */
function asks(node, parents) {
  const parent = parents.at(-2);
  if (!parent) return false;
  if (parent.type === 'UnaryExpression' && (parent.operator === 'typeof' || parent.operator === '!')) return true;
  if (parent.type === 'LogicalExpression' && parent.left === node) return true;
  if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.test === node) return true;
  if (parent.type === 'CallExpression') return parent.callee === node && parent.optional;
  if (parent.type === 'MemberExpression') return parent.object === node && parent.optional;
  return parent.type === 'BinaryExpression' && ['==', '!=', '===', '!=='].includes(parent.operator);
}

/** What a script declares, asks for and uses. */
function survey(tree) {
  const declared = new Set();
  const defined = new Set();
  const asked = new Set();
  const uses = [];
  const declare = (pattern) => {
    if (!pattern) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    else if (pattern.type === 'ObjectPattern') pattern.properties.forEach((one) => declare(one.value ?? one.argument));
    else if (pattern.type === 'ArrayPattern') pattern.elements.forEach(declare);
    else if (pattern.type === 'AssignmentPattern') declare(pattern.left);
    else if (pattern.type === 'RestElement') declare(pattern.argument);
  };
  const declareFunction = (node) => {
    declare(node.id);
    node.params.forEach(declare);
  };
  const define = (node) => {
    if (!node.computed) defined.add(node.key.name ?? node.key.value);
  };
  ancestor(tree, {
    VariableDeclarator: (node) => declare(node.id),
    FunctionDeclaration: declareFunction,
    FunctionExpression: declareFunction,
    ArrowFunctionExpression: (node) => node.params.forEach(declare),
    Class: (node) => declare(node.id),
    CatchClause: (node) => declare(node.param),
    ImportSpecifier: (node) => declare(node.local),
    ImportDefaultSpecifier: (node) => declare(node.local),
    ImportNamespaceSpecifier: (node) => declare(node.local),
    Property: define,
    MethodDefinition: define,
    PropertyDefinition: define,
    AssignmentExpression({ left }) {
      if (left.type === 'MemberExpression' && !left.computed) defined.add(left.property.name);
    },
    BinaryExpression({ operator, left }) {
      if (operator !== 'in') return;
      if (left.type === 'Literal') asked.add(left.value);
      // Minifiers write strings as templates.
      else if (left.type === 'TemplateLiteral') asked.add(left.quasis[0].value.cooked);
    },
    Identifier(node, _, parents) {
      if (asks(node, parents)) asked.add(node.name);
      else uses.push({ kind: 'global', name: node.name, line: node.loc.start.line });
    },
    MemberExpression(node, _, parents) {
      if (node.computed || node.property.type !== 'Identifier') return;
      const owner = node.object.type === 'Identifier' ? node.object.name : null;
      const name = node.property.name;
      if (asks(node, parents)) {
        asked.add(name);
        if (owner) asked.add(`${owner}.${name}`);
        return;
      }
      if (owner) uses.push({ kind: 'static', name: `${owner}.${name}`, owner, line: node.loc.start.line });
      const parent = parents.at(-2);
      if (parent?.type === 'CallExpression' && parent.callee === node)
        uses.push({ kind: 'member', name, line: node.loc.start.line });
    },
  });
  return { declared, defined, asked, uses };
}

/** @returns {{ what: string, why: string, where: string }[]} */
export function checkScripts(files) {
  const found = new Map();
  const surveys = [];
  for (const { path, text } of files) {
    try {
      surveys.push({ path, ...survey(parseAny(text)) });
    } catch (error) {
      found.set(`syntax ${path}`, {
        what: `syntax: ${error.message}`,
        why: `is not ECMAScript ${ECMA_VERSION}`,
        where: path,
      });
    }
  }
  // Methods that the program defines itself may be called: it is not the browser's that is meant.
  const defined = new Set(surveys.flatMap((one) => [...one.defined]));
  const maps = { global: NAMES.globals, static: NAMES.statics, member: NAMES.members };
  for (const { path, declared, asked, uses } of surveys) {
    for (const { kind, name, owner, line } of uses) {
      const lacked = maps[kind].get(name);
      if (!lacked || lacked.length === 0 || asked.has(name)) continue;
      if (kind === 'global' && declared.has(name)) continue;
      if (kind === 'static' && declared.has(owner)) continue;
      if (kind === 'member' && defined.has(name)) continue;
      const what = kind === 'member' ? `.${name}` : name;
      if (!found.has(what)) found.set(what, { what, why: lacked.join(', '), where: `${path}:${line}` });
    }
  }
  return [...found.values()];
}
