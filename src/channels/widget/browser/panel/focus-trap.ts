const FOCUSABLE =
  'a[href], button:not([disabled]), textarea, input:not([hidden]), select, [tabindex]:not([tabindex="-1"])';

/** Keeps Tab inside `box` of a shadow root: past the last comes the first, and the other way round. */
export function keepTabInside(box: HTMLElement, root: ShadowRoot, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const stops = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
  );
  const first = stops[0];
  const last = stops.at(-1);
  const leaving = event.shiftKey ? root.activeElement === first : root.activeElement === last;
  const outside = root.activeElement === null || !box.contains(root.activeElement);
  if (!leaving && !outside) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
