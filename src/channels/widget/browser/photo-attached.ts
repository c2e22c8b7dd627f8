/** Shows the photo that waits in the send box, which Web Chat itself hides, and lets it be taken out again. */
export function showAttachedPhoto(page: Document, store: WebChatStore): void {
  const box = page.getElementById('attached');
  const picture = page.getElementById('attached-photo') as HTMLImageElement | null;
  const detach = page.getElementById('detach');
  if (box === null || picture === null || detach === null) return;
  let shown: SendBoxPhoto | undefined;
  let address: string | undefined;
  store.subscribe(() => {
    const [photo] = store.getState().sendBoxAttachments;
    if (photo === shown) return;
    shown = photo;
    if (address !== undefined) URL.revokeObjectURL(address);
    address = photo === undefined ? undefined : URL.createObjectURL(photo.blob);
    box.hidden = address === undefined;
    if (address === undefined) picture.removeAttribute('src');
    else picture.src = address;
  });
  detach.onclick = () => store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS', payload: { attachments: [] } });
}
