/** Longer side of the small picture shown beside the words before they are sent, in pixels. */
const THUMBNAIL = 240;

/** Lets a photo be pasted or dropped anywhere on the page; it waits in the send box for words or the button. */
export function takePhotosFromPage(page: Document, store: () => WebChatStore | undefined): void {
  page.addEventListener('paste', (event) => {
    if (offer(event.clipboardData?.files, store())) event.preventDefault();
  });
  page.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      page.body.classList.add('dropping');
    }
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) page.body.classList.remove('dropping');
  });
  page.addEventListener('drop', (event) => {
    page.body.classList.remove('dropping');
    if (offer(event.dataTransfer?.files, store())) event.preventDefault();
  });
}

function offer(files: FileList | undefined, store: WebChatStore | undefined): boolean {
  const photo = [...(files ?? [])].find((file) => file.type.startsWith('image/'));
  if (photo === undefined || store === undefined) return false;
  void thumbnailOf(photo).then((thumbnailURL) => {
    const attachment = thumbnailURL === undefined ? { blob: photo } : { blob: photo, thumbnailURL };
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS', payload: { attachments: [attachment] } });
  });
  return true;
}

/** A small JPEG as a data address; undefined where the browser cannot read the picture. */
async function thumbnailOf(photo: File): Promise<URL | undefined> {
  try {
    const picture = await createImageBitmap(photo);
    const scale = Math.min(1, THUMBNAIL / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new URL(canvas.toDataURL('image/jpeg', 0.8));
  } catch {
    return undefined;
  }
}
