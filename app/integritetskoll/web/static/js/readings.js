// What was read of the pictures: each is sent once, one after the other, and the page holds the
// answer as long as it holds the picture. The service keeps nothing of it.

import { read } from "./service.js";

const all = new Map();
let last = Promise.resolve();
let progress = () => {};

function begin(file) {
  const one = { answer: null, share: 0, giveUp: new AbortController() };
  last = last.catch(() => {}).then(() => read(file, one.giveUp.signal, (share) => {
    one.share = share;
    tell();
  }));
  one.done = last.then(
    (answer) => { one.answer = answer; },
    (error) => { all.delete(file); throw error; }, // the next check sends it again
  );
  one.done.catch(() => {});
  all.set(file, one);
  return one;
}

function tell() {
  let [sent, size] = [0, 0];
  for (const [file, one] of all) if (!one.answer) [sent, size] = [sent + one.share * file.size, size + file.size];
  if (size) progress(sent / size);
}

// Return what the check of a draft takes in the place of the pictures, when all have been read.
export async function heldOf(files, onprogress) {
  progress = onprogress;
  try {
    await Promise.all(files.map((file) => (all.get(file) ?? begin(file)).done));
  } finally {
    if (progress === onprogress) progress = () => {};
  }
  return files.map((file) => ({ name: file.name, data: all.get(file).answer.reading }));
}

export function isWaiting(files) {
  return files.some((file) => !all.get(file)?.answer);
}

// Return why a picture could not be read, if so.
export function whyUnread(file) {
  return all.get(file)?.answer?.detail ?? "";
}

export function forget(file) {
  all.get(file)?.giveUp.abort();
  all.delete(file);
}
