// The service counts code points, JavaScript counts UTF-16 units: an emoji is one and two.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

// Return a function from places in code points to places in units, for these places only.
export function converter(text, places) {
  if (!PAIR.test(text)) return (place) => place;
  const known = new Map();
  let unit = 0;
  let point = 0;
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    while (point < place && unit < text.length) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
      point += 1;
    }
    known.set(place, unit);
  }
  return (place) => known.get(place);
}

export function codePoints(text) {
  let pairs = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) pairs += 1;
  }
  return text.length - pairs;
}

// A half of a pair is no character and would be refused; the stand-in is one unit too.
export function wellFormed(text) {
  return text.toWellFormed ? text.toWellFormed() : text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

// Return the one stretch that differs between two texts, or null.
export function difference(before, after) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  return { at: start, gone: before.length - end - start, came: after.slice(start, after.length - end) };
}
