/**
 * A React element as Babel's inline-elements transform writes it. Web Chat's bundle keeps its React to
 * itself; an element is plain data, and with this none has to be shipped a second time.
 */
export function element(
  type: string,
  props: Readonly<Record<string, unknown>>,
  ...children: readonly unknown[]
): object {
  return {
    $$typeof: Symbol.for('react.element'),
    type,
    key: null,
    ref: null,
    props: { ...props, children },
    _owner: null,
  };
}
