/** What the fields of the law know of the rule set being edited; handed down by RulesView. */
import { inject, type InjectionKey } from 'vue';
import type { Json } from './paths';

export interface Editor {
  /** A set that ships with the program is read, not written. */
  readonly readOnly: boolean;
  value(path: string): Json | undefined;
  /** As saved; undefined in a list that has got or lost rows, where nothing stands at its old place. */
  old(path: string): Json | undefined;
  changed(path: string): boolean;
  /** The reason why this field is refused, or null. */
  fault(path: string): string | null;
  /** The same for this place and everything inside of it. */
  faultWithin(path: string): string | null;
  /** `undefined` takes the field away. */
  set(path: string, value: Json | undefined): void;
}

export const EDITOR: InjectionKey<Editor> = Symbol('editor');

export function useEditor(): Editor {
  const editor = inject(EDITOR);
  if (!editor) throw new Error('a field of the law stands outside of it');
  return editor;
}
