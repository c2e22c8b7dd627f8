import sharp from 'sharp';

/**
 * A person drawn for these tests, standing before a wall and facing the viewer: simple, but enough of a head, arms
 * and legs for the pose network to find. 480 x 800; where the joints are is in `DRAWN_JOINTS`.
 */
export const DRAWN_PERSON = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="800" viewBox="0 0 480 800">
<defs>
<linearGradient id="wall" x2="0" y2="1"><stop stop-color="#ece8e0"/><stop offset=".83" stop-color="#d9d4ca"/><stop offset=".835" stop-color="#a08f79"/><stop offset="1" stop-color="#bda98f"/></linearGradient>
<linearGradient id="round"><stop stop-color="#000" stop-opacity=".3"/><stop offset=".3" stop-color="#fff" stop-opacity=".14"/><stop offset=".62" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></linearGradient>
<linearGradient id="skin"><stop stop-color="#b9835f"/><stop offset=".4" stop-color="#e3b391"/><stop offset="1" stop-color="#c48f6a"/></linearGradient>
<path id="trousers" d="M182 396h116l6 60-14 150-8 128h-34l-6-138-2-96-2 96-6 138h-34l-8-128-14-150z"/>
<path id="shirt" d="M220 180c-20 11-45 14-56 31l-24 82 40 13 6-30c2 48-2 92-4 134h116c-2-42-6-86-4-134l6 30 40-13-24-82c-11-17-36-20-56-31-8 13-32 13-40 0z"/>
</defs>
<rect width="480" height="800" fill="url(#wall)"/>
<ellipse cx="244" cy="756" rx="112" ry="12" fill="#3a2c1c" opacity=".3"/>
<path d="M222 140h36v44c-8 12-28 12-36 0z" fill="#bf8a66"/>
<path d="M148 262l-16 128c-6 22-8 44 2 52 12 4 17-14 17-34l26-112zM332 262l16 128c6 22 8 44-2 52-12 4-17-14-17-34l-26-112z" fill="url(#skin)"/>
<use href="#trousers" fill="#39414f"/><use href="#trousers" fill="url(#round)"/>
<path d="M202 732h34v22c-12 8-40 8-46 2-2-8 8-14 12-24zM278 732h-34v22c12 8 40 8 46 2 2-8-8-14-12-24z" fill="#241f1c"/>
<use href="#shirt" fill="#8797a8"/><use href="#shirt" fill="url(#round)"/>
<path d="M218 181q22 22 44 0" fill="none" stroke="#5e6b7a" stroke-width="4"/>
<path d="M200 112c0-38 18-56 40-56s40 18 40 56c0 32-20 54-40 54s-40-22-40-54z" fill="url(#skin)"/>
<path d="M197 118c-10-52 16-78 44-78s52 26 42 78c-4-22-10-32-20-38-18 6-34 6-48 0-8 8-14 18-18 38z" fill="#33241b"/>
<path d="M216 103q8-5 16-1M264 103q-8-5-16-1" fill="none" stroke="#33241b" stroke-width="3"/>
<ellipse cx="225" cy="113" rx="6" ry="3.500" fill="#fff"/><ellipse cx="255" cy="113" rx="6" ry="3.500" fill="#fff"/><circle cx="225" cy="113" r="3.200" fill="#2b1d14"/><circle cx="255" cy="113" r="3.200" fill="#2b1d14"/>
<path d="M240 116q-5 13-4 17 4 3 8 0" fill="none" stroke="#99694a" stroke-width="2"/><path d="M226 146q14 7 28 0-14-4-28 0z" fill="#a2504a"/>
</svg>`;

/** Where the person's joints are drawn, in pixels. */
export const DRAWN_JOINTS = { shoulders: { y: 212, left: 178, right: 302 }, hips: { y: 405 }, ankles: { y: 730 } };

/** The person without wall and floor, as a cut-out of a shop's photo of a model would be. */
export function drawnModel(): Promise<Buffer> {
  const alone = DRAWN_PERSON.replace(/<rect [^>]*>/, '').replace(/<ellipse cx="244"[^>]*>/, '');
  return sharp(Buffer.from(alone)).trim().webp().toBuffer();
}

/** The person as a photo. `orientation` 6: lying on its side in the file, with the note that turns it upright. */
export async function drawnPerson({ orientation = 1, width = 480 } = {}): Promise<Buffer> {
  const upright = await sharp(Buffer.from(DRAWN_PERSON)).resize({ width }).flatten().png().toBuffer();
  const turned = orientation === 6 ? sharp(upright).rotate(270) : sharp(upright);
  return turned.withMetadata({ orientation }).jpeg({ quality: 90 }).toBuffer();
}
