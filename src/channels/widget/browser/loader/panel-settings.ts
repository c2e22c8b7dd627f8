/** What the loader hands to the panel. */
export interface PanelSettings {
  /** Origin of the service. */
  readonly home: string;
  readonly locale: 'zh-CN' | 'en';
  /** True where the address of this very page names the language, which then wins over an earlier choice. */
  readonly localeAsked: boolean;
  readonly form: 'dialog' | 'page';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly accent: string | undefined;
  readonly font: string | undefined;
  readonly greeting: string | undefined;
  /** A token that the shop's server got for its signed-in shopper. */
  readonly userToken: string | undefined;
  /** Dispatches `yida:<event>` on the shop's page; false where a listener prevented the default. */
  readonly tell: (event: string, detail: object, cancelable?: boolean) => boolean;
  readonly onClose: (() => void) | undefined;
  readonly onLocale: ((locale: 'zh-CN' | 'en') => void) | undefined;
}
