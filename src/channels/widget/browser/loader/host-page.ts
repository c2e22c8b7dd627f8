/** What elements of the shop's page may ask for by an attribute. */
export interface HostPageWishes {
  showMatches(garmentId: string): void;
  searchByPhoto(photo: File): void;
}

/**
 * Any element with `data-yida-photo-search` asks for a photo and searches by it; any with
 * `data-yida-garment="<id>"` shows what goes with that garment. Elements that come later are heard too.
 */
export function listenToPage(page: Document, wishes: HostPageWishes): void {
  page.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target : undefined;
    if (pressed?.closest('[data-yida-photo-search]')) {
      event.preventDefault();
      choosePhoto(page, wishes.searchByPhoto);
      return;
    }
    const garment = pressed?.closest<HTMLElement>('[data-yida-garment]')?.dataset.yidaGarment;
    if (garment === undefined || garment === '') return;
    event.preventDefault();
    wishes.showMatches(garment);
  });
}

/** Opens the device's own choice of a photo, on a phone its camera too; must run in a press. */
export function choosePhoto(page: Document, take: (photo: File) => void): void {
  const chooser = page.createElement('input');
  chooser.type = 'file';
  chooser.accept = 'image/*';
  chooser.addEventListener('change', () => {
    const photo = chooser.files?.[0];
    if (photo !== undefined) take(photo);
  });
  chooser.click();
}
