import { render } from 'preact';
import type { Garment } from '../../../../domain/garment.js';
import { type PanelContext, PanelProvider } from '../panel/context.js';
import styles from './styles/try-on.css';
import { TryOn } from './try-on.js';

export interface TryOnOptions {
  readonly garment: Garment;
  /** What else of the talk may be tried on, the latest first. */
  readonly others: readonly Garment[];
  readonly panel: PanelContext;
  readonly root: ShadowRoot;
  /** The panel's box, whose colours the dialog takes over. */
  readonly box: HTMLElement;
  /** Origin of the service. */
  readonly home: string;
}

let sheet: CSSStyleSheet | undefined;

/** Opens the try-on over the page, and puts the keyboard back where it was when that is closed. */
export function openTryOn({ garment, others, panel, root, box, home }: TryOnOptions): void {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(styles);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const before = root.activeElement;
  const place = document.createElement('div');
  box.append(place);
  const tell = (step: string, garmentId: string) => panel.tell('try-on', { garmentId, step });
  // The shop's page may close the talk behind the dialog, which must not stay behind unseen.
  const watch = new MutationObserver(() => {
    if (!root.host.hasAttribute('open')) close();
  });
  if (root.host.hasAttribute('open')) watch.observe(root.host, { attributeFilter: ['open'] });
  const close = () => {
    if (!place.isConnected) return;
    watch.disconnect();
    render(null, place);
    place.remove();
    tell('closed', garment.id);
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  render(
    <PanelProvider value={panel}>
      <TryOn
        garment={garment}
        others={others}
        home={home}
        root={root}
        onStep={(step, { id }) => tell(step, id)}
        onClose={close}
      />
    </PanelProvider>,
    place,
  );
  tell('opened', garment.id);
}
