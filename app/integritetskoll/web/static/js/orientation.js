// Which way up a picture is. Browsers turn what they show by themselves, and so does the service
// with what it decodes for them; regions of faces are
// given for the picture as it is stored, and are turned here.

const TAG = 0x0112;
const TIFF = [0x49492a00, 0x4d4d002a];

export async function orientationOf(file) {
  const head = new DataView(await file.slice(0, 262_144).arrayBuffer());
  const isTiff = head.byteLength >= 8 && TIFF.includes(head.getUint32(0));
  try {
    return (isTiff ? inTiff(new DataView(await file.arrayBuffer()), 0) : inJpeg(head)) || 1;
  } catch (error) {
    if (error instanceof RangeError) return 1; // the file ends early
    throw error;
  }
}

function inJpeg(view) {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return 1;
  let at = 2;
  while (view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    const isExif = view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966;
    if (isExif) return inTiff(view, at + 10);
    at += 2 + view.getUint16(at + 2);
  }
  return 1;
}

function inTiff(view, start) {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + 12 * entry;
    if (view.getUint16(at, little) === TAG) return view.getUint16(at + 8, little);
  }
  return 1;
}

// Turn [left, top, width, height], shares of the stored picture, as the picture is shown.
export function oriented([x, y, w, h], orientation) {
  switch (orientation) {
    case 2: return [1 - x - w, y, w, h];
    case 3: return [1 - x - w, 1 - y - h, w, h];
    case 4: return [x, 1 - y - h, w, h];
    case 5: return [y, x, h, w];
    case 6: return [1 - y - h, x, h, w];
    case 7: return [1 - y - h, 1 - x - w, h, w];
    case 8: return [y, 1 - x - w, h, w];
    default: return [x, y, w, h];
  }
}
