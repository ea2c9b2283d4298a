/** Properties, values, functions, at-rules and selectors of a built stylesheet against the floor. `@supports` is a fallback. */
import postcss from 'postcss';
import { lackedBy, mdn } from './floor.mjs';

/** Functions such as color-mix() stand at any depth of MDN's types. */
function readFunctions(types, found = new Map()) {
  for (const [name, body] of Object.entries(types)) {
    if (name.startsWith('__')) continue;
    const lacked = lackedBy(body.__compat);
    if (!found.has(name) || lacked.length === 0) found.set(name, lacked);
    readFunctions(body, found);
  }
  return found;
}
const FUNCTIONS = readFunctions(mdn.css.types);

const guarded = (node) => {
  for (let up = node.parent; up; up = up.parent) if (up.type === 'atrule' && up.name === 'supports') return true;
  return false;
};

/** `size` in @page, `src` in @font-face: words of the at-rule, not properties. */
const isDescriptor = (node) =>
  node.parent.type === 'atrule' && /^(page|font-face|property|counter-style)$/.test(node.parent.name);

/** @returns {{ what: string, why: string, where: string }[]} */
export function checkStyles(files) {
  const found = new Map();
  for (const { path, text } of files) {
    const report = (what, compat, node) => {
      const lacked = Array.isArray(compat) ? compat : lackedBy(compat);
      if (lacked.length === 0 || guarded(node) || found.has(what)) return;
      found.set(what, { what, why: lacked.join(', '), where: `${path}:${node.source.start.line}` });
    };
    postcss.parse(text).walk((node) => {
      if (node.type === 'atrule') report(`@${node.name}`, mdn.css['at-rules'][node.name]?.__compat, node);
      else if (node.type === 'rule') {
        if (node.parent.type === 'rule') report('nested rule', mdn.css.selectors.nesting.__compat, node);
        for (const [, name] of node.selector.matchAll(/::?([a-z][a-z-]*)/g))
          report(`:${name}`, mdn.css.selectors[name]?.__compat, node);
      } else if (node.type === 'decl' && !node.prop.startsWith('-') && !isDescriptor(node)) {
        const property = mdn.css.properties[node.prop];
        report(node.prop, property?.__compat, node);
        const bare = node.value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, ' ');
        for (const [, word, open] of bare.matchAll(/(?<![\w-])([a-z][a-z-]*)(\(?)/g)) {
          if (open) report(`${word}()`, FUNCTIONS.get(word) ?? [], node);
          else report(`${node.prop}: ${word}`, property?.[word]?.__compat, node);
        }
      } else if (node.type === 'decl') {
        for (const [, word] of node.value.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g))
          report(`${word}()`, FUNCTIONS.get(word) ?? [], node);
      }
    });
  }
  return [...found.values()];
}
